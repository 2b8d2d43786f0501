import { eventually, launchBrowser } from '@candor/testing';
import { simpleParser, type ParsedMail } from 'mailparser';
import nodemailer from 'nodemailer';
import { SMTPServer } from 'smtp-server';
import { startTestSandbox } from '../../../test/start-sandbox.ts';
import type { Sandbox } from '../../sandbox.ts';

const SENDER = 'bounce+0f8c.abc@meridian.example';
let returned: { to: string; from: string; raw: string; mail: ParsedMail }[] = [];
let refuses = false;
let sandbox: Sandbox;
const receiver = new SMTPServer({
  disabledCommands: ['AUTH', 'STARTTLS'],
  onRcptTo: (_address, _session, done) => done(refuses ? Object.assign(new Error('5.1.1 No such address'), { responseCode: 550 }) : null),
  onData: (stream, { envelope }, done) => {
    const chunks: Buffer[] = [];
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    stream.on('end', () => void simpleParser(Buffer.concat(chunks)).then((mail) => {
      returned.push({ to: envelope.rcptTo[0]!.address, from: envelope.mailFrom ? envelope.mailFrom.address : '', raw: Buffer.concat(chunks).toString(), mail });
      done();
    }));
  },
});

beforeAll(async () => {
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  sandbox = await startTestSandbox({ BOUNCE_URL: `smtp://127.0.0.1:${(receiver.server.address() as { port: number }).port}` });
});
afterAll(async () => {
  await sandbox?.close();
  await new Promise<void>((resolve) => receiver.close(resolve));
});
beforeEach(() => {
  returned = [];
  refuses = false;
});

const send = (to: string, from = SENDER) => nodemailer.createTransport({ host: '127.0.0.1', port: sandbox.smtpPort, ignoreTLS: true }).sendMail({ envelope: { from, to }, from: 'ask@meridian.example', to, subject: 'One question', text: 'hello' });
const post = (path: string, body?: object) => fetch(`${sandbox.url}${path}`, { method: 'POST', ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }) });
async function delivered(to: string, from?: string): Promise<string> {
  await send(to, from);
  const { data } = (await (await fetch(`${sandbox.url}/sandbox/messages?to=${to}`)).json()) as { data: { id: string }[] };
  return data[0]!.id;
}

test.each([['hard', 'failed', '5.1.1'], ['soft', 'failed', '5.2.2'], ['blocked', 'failed', '5.7.1'], ['delayed', 'delayed', '4.4.1']])('a mail can be returned %s to its envelope sender, with a report in the standard form', async (kind, action, status) => {
  const id = await delivered('noa@mail.example');
  expect((await post(`/sandbox/messages/${id}/bounce`, { kind })).status).toBe(202);
  const [back] = returned;
  expect(back).toMatchObject({ to: SENDER, from: '' });
  expect(back!.raw).toMatch(/^Content-Type: multipart\/report; report-type=delivery-status/m);
  expect(back!.raw).toContain(`Final-Recipient: rfc822; noa@mail.example\r\nOriginal-Recipient: rfc822; noa@mail.example\r\nAction: ${action}\r\nStatus: ${status}`);
  expect(back!.raw).toContain('Subject: One question');
});

test('without a word it is returned for good, and a mail can be marked as spam', async () => {
  const id = await delivered('noa@mail.example');
  expect((await post(`/sandbox/messages/${id}/bounce`)).status).toBe(202);
  expect((await post(`/sandbox/messages/${id}/complain`)).status).toBe(202);
  expect(returned[0]!.raw).toContain('Status: 5.1.1');
  expect(returned[1]!.raw).toMatch(/report-type=feedback-report[\s\S]*Feedback-Type: abuse/);
});

test('some hosts do it by themselves', async () => {
  for (const host of ['returns', 'full', 'complains', 'away', 'mail']) await send(`noa@${host}.example`);
  await eventually('four are returned', () => returned.length === 4);
  const raws = returned.map(({ raw }) => raw).join();
  for (const said of ['Status: 5.1.1', 'Status: 5.2.2', 'Feedback-Type: abuse', 'Subject: Out of office']) expect(raws).toContain(said);
});

test('a person gives a mail back by a button, and is told', async () => {
  await send('noa@mail.example');
  const browser = await launchBrowser();
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(`${sandbox.url}/sandbox`);
  await page.locator('#messages .message').first().click();
  await page.getByRole('button', { name: 'Mark as spam' }).click();
  await page.getByText('Complaint sent.').waitFor();
  expect(returned[0]!.raw).toContain('Feedback-Type: abuse');
  await browser.close();
}, 30_000);

test('what cannot be returned says why', async () => {
  expect((await post('/sandbox/messages/999999/bounce')).status).toBe(404);
  const id = await delivered('noa@mail.example');
  expect(await (await post(`/sandbox/messages/${id}/bounce`, { kind: 'odd' })).json()).toMatchObject({ status: 400, errors: [{ field: 'kind' }] });
  refuses = true;
  expect(await (await post(`/sandbox/messages/${id}/bounce`)).json()).toMatchObject({ status: 409, code: 'MESSAGE.NOT_TAKEN_BACK', detail: expect.stringContaining('5.1.1 No such address') });
  const alone = await startTestSandbox();
  await nodemailer.createTransport({ host: '127.0.0.1', port: alone.smtpPort, ignoreTLS: true }).sendMail({ from: 'a@b.example', to: 'noa@mail.example', text: 'x' });
  expect(await (await fetch(`${alone.url}/sandbox/messages/1/bounce`, { method: 'POST' })).json()).toMatchObject({ status: 409, code: 'MESSAGE.NOWHERE_TO_RETURN' });
  await alone.close();
});
