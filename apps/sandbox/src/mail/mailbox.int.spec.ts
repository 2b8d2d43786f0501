import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import nodemailer from 'nodemailer';
import type { Sandbox } from '../sandbox.ts';
import { startTestSandbox } from '../../test/start-sandbox.ts';
import type { Message } from './message.ts';

const mail = {
  from: 'Meridian Bank <ask@meridian.example>', to: 'Noa.Levi@mail.example', subject: 'איך היה הביקור בסניף?',
  text: 'לדרג: https://candor.example/r/abc?score=9.', html: '<p dir="rtl">מה דעתך? <a href="https://candor.example/r/abc?score=9&amp;x=1">9</a> <a href=\'https://candor.example/u/abc\'>הסרה</a></p>',
  headers: { 'List-Unsubscribe': '<https://candor.example/u/abc>', 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
};

let sandbox: Sandbox;
const get = async <T>(path: string): Promise<T> => (await fetch(`${sandbox.url}${path}`)).json() as Promise<T>;
const messages = async (query = ''): Promise<Message[]> => (await get<{ data: Message[] }>(`/sandbox/messages?channel=email${query}`)).data;
const send = (change: object = {}): Promise<unknown> =>
  nodemailer.createTransport({ host: '127.0.0.1', port: sandbox.smtpPort, ignoreTLS: true, connectionTimeout: 2000 }).sendMail({ ...mail, ...change });
const fault = (mode: string): Promise<Response> =>
  fetch(`${sandbox.url}/sandbox/faults`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ channel: 'email', mode }) });

beforeEach(async () => {
  sandbox = await startTestSandbox();
});
afterEach(() => sandbox.close());

test('a delivered mail can be read whole: headers unfolded, text, markup, links and source', async () => {
  await send({ envelope: { from: 'bounce+42@meridian.example', to: 'Noa.Levi@mail.example' } });
  const [message] = await messages('&to=noa.levi@mail.example');
  expect(message).toMatchObject({
    channel: 'email', to: 'noa.levi@mail.example', envelopeFrom: 'bounce+42@meridian.example', subject: mail.subject,
    links: ['https://candor.example/r/abc?score=9&x=1', 'https://candor.example/u/abc', 'https://candor.example/r/abc?score=9'],
  });
  expect(message!.headers).toMatchObject({ 'list-unsubscribe': '<https://candor.example/u/abc>', 'list-unsubscribe-post': 'List-Unsubscribe=One-Click' });
  expect(message!.text).toContain('לדרג');
  expect(message!.html).toContain('dir="rtl"');
  expect(message!.raw).toMatch(/^From: Meridian Bank/m);
});

test('messages come newest first, page by page, and only those of the recipient asked for', async () => {
  for (const to of ['a@mail.example', 'b@mail.example', 'a@mail.example']) await send({ to, subject: `to ${to}` });
  expect((await messages('&to=A@mail.example')).map(({ id }) => id)).toEqual(['3', '1']);
  const first = await get<{ data: Message[]; next: string }>('/sandbox/messages?limit=2');
  const second = await get<{ data: Message[]; next: null }>(`/sandbox/messages?limit=2&cursor=${first.next}`);
  expect([...first.data, ...second.data].map(({ id }) => id)).toEqual(['3', '2', '1']);
  expect(second.next).toBeNull();
  expect((await get<{ data: Message[] }>('/sandbox/messages?channel=sms')).data).toEqual([]);
});

test('a wrong parameter or channel is refused by name', async () => {
  expect(await get('/sandbox/messages?recipient=a')).toMatchObject({ status: 400, errors: [{ field: 'recipient' }] });
  const response = await fetch(`${sandbox.url}/sandbox/faults`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"channel":"pigeon","mode":"down"}' });
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ errors: [{ field: 'channel' }] });
});

test('faults of the mail provider are played: an error, throttling, an outage, and back', async () => {
  await fault('error');
  await expect(send()).rejects.toMatchObject({ responseCode: 451 });
  await fault('throttle');
  const burst = await Promise.allSettled(Array.from({ length: 9 }, () => send()));
  expect(burst.filter(({ status }) => status === 'rejected').length).toBeGreaterThanOrEqual(3);
  await fault('down');
  await expect(send()).rejects.toMatchObject({ code: 'ESOCKET' });
  await fault('ok');
  const before = (await messages()).length;
  await send();
  expect(await messages()).toHaveLength(before + 1);
});

test('mail for an address that does not exist bounces for good', async () => {
  await expect(send({ to: 'somebody@bounce.example' })).rejects.toMatchObject({ responseCode: 550 });
});

test('a rendered mail cannot run or load anything on our origin', async () => {
  await send({ html: '<script>alert(1)</script><p>hello</p>' });
  const [message] = await messages();
  const response = await fetch(`${sandbox.url}/sandbox/messages/${message!.id}/html`);
  expect(response.headers.get('content-security-policy')).toMatch(/^sandbox allow-popups/);
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(await response.text()).toContain('<base target="_blank">');
});

test('mail survives a restart', async () => {
  const home = await mkdtemp(join(tmpdir(), 'candor-sandbox-'));
  try {
    await sandbox.close();
    sandbox = await startTestSandbox({ SANDBOX_HOME: home });
    await send();
    await sandbox.close();
    sandbox = await startTestSandbox({ SANDBOX_HOME: home });
    expect(await messages('&to=noa.levi@mail.example')).toHaveLength(1);
  } finally {
    await rm(home, { recursive: true, force: true });
  }
});
