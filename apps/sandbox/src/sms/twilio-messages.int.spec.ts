import { eventually } from '@candor/testing';
import { startTestSandbox } from '../../test/start-sandbox.ts';
import { WebhookReceiver } from '../../test/webhook-receiver.ts';
import type { Sandbox } from '../sandbox.ts';
import { twilioSignature } from '../twilio/signature.ts';

const PUBLIC = 'https://feedback.meridian.example';
const BANK = '+972559700100';
const NOA = '+972501234567';

let sandbox: Sandbox;
let platform: WebhookReceiver;

beforeEach(async () => {
  platform = new WebhookReceiver();
  sandbox = await startTestSandbox({ PUBLIC_URL: PUBLIC, GATEWAY_URL: await platform.start(), TWILIO_ACCOUNT_SID: 'ACtest', TWILIO_AUTH_TOKEN: 'token' });
});
afterEach(async () => {
  await sandbox.close();
  await platform.close();
});

const basic = (text: string): string => `Basic ${Buffer.from(text).toString('base64')}`;
const submit = (form: Record<string, string> = {}, authorization = basic('ACtest:token')): Promise<Response> =>
  fetch(`${sandbox.url}/twilio/2010-04-01/Accounts/ACtest/Messages.json`, { method: 'POST', headers: { authorization }, body: new URLSearchParams({ To: NOA, From: BANK, Body: 'How was it? 0 to 10', ...form }) });
const post = (path: string, body: object): Promise<Response> =>
  fetch(`${sandbox.url}${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
const handset = async (to: string): Promise<Record<string, unknown>[]> =>
  ((await (await fetch(`${sandbox.url}/sandbox/messages?channel=sms&to=${encodeURIComponent(to)}`)).json()) as { data: Record<string, unknown>[] }).data;

test('a message arrives on the handset with its links, and its progress is told by signed callbacks', async () => {
  const callback = `${PUBLIC}/v1/callbacks/twilio/status?invitation=7`;
  const response = await submit({ Body: 'מה דעתך? https://candor.example/r/abc.', StatusCallback: callback });
  expect(response.status).toBe(201);
  const { sid } = (await response.json()) as { sid: string };
  expect(sid).toMatch(/^SM[0-9a-f]{32}$/);
  await eventually('both callbacks', () => platform.received.length === 2);
  expect(platform.received.map(({ path, form }) => [path, form['MessageSid'], form['MessageStatus']])).toEqual([
    ['/v1/callbacks/twilio/status?invitation=7', sid, 'sent'], ['/v1/callbacks/twilio/status?invitation=7', sid, 'delivered'],
  ]);
  for (const { form, signature } of platform.received) expect(signature).toBe(twilioSignature('token', callback, form));
  expect(await handset(NOA)).toMatchObject([{ channel: 'sms', to: NOA, from: BANK, links: ['https://candor.example/r/abc'], segments: 1, via: 'twilio', status: 'delivered', raw: expect.stringContaining('מה') }]);
});

test.each([
  ['no text', { Body: '' }, 21602], ['nobody', { To: '' }, 21604], ['no number', { To: '12' }, 21211], ['a number that is not in service', { To: '+972501990001' }, 21211],
  ['somebody who said stop', { To: '+972501990004' }, 21610], ['too long', { Body: 'x'.repeat(1601) }, 21617],
])('what Twilio would refuse is refused in its words: %s', async (_what, form, code) => {
  const response = await submit(form as Record<string, string>);
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ code, status: 400, message: expect.any(String), more_info: expect.any(String) });
});

test('a wrong token is refused', async () => {
  const response = await submit({}, basic('ACtest:guess'));
  expect(response.status).toBe(401);
  expect(await response.json()).toMatchObject({ code: 20003 });
});

test('a number that cannot be reached is reported as undelivered, and its handset stays empty', async () => {
  await submit({ To: '+972501990002', StatusCallback: `${PUBLIC}/status` });
  await eventually('the last callback', () => platform.received.length === 2);
  expect(platform.received[1]!.form).toMatchObject({ MessageStatus: 'undelivered', ErrorCode: '30003' });
  expect(await handset('+972501990002')).toEqual([]);
});

test('what a customer types goes signed to the webhook of the number that wrote last, and its answer comes back', async () => {
  platform.answers.set('/v1/callbacks/twilio/sms', () => '<?xml version="1.0"?><Response><Message>Why &amp; how?</Message></Response>');
  await submit();
  await eventually('delivered', async () => (await handset(NOA)).length === 1);
  expect(await (await post('/sandbox/sms', { from: '050-123 4567'.replace(/^0/, '+972 '), text: '9 ' })).json()).toMatchObject({ to: BANK, via: 'twilio', status: 'delivered' });
  const [inbound] = platform.at('/v1/callbacks/twilio/sms');
  expect(inbound!.form).toMatchObject({ From: NOA, To: BANK, Body: '9 ', NumMedia: '0' });
  expect(inbound!.signature).toBe(twilioSignature('token', `${PUBLIC}/v1/callbacks/twilio/sms`, inbound!.form));
  await eventually('answered', async () => (await handset(NOA)).length === 2);
  expect((await handset(NOA))[0]).toMatchObject({ text: 'Why & how?' });
});

test('nobody can answer a name', async () => {
  await submit({ From: 'Meridian' });
  await eventually('delivered', async () => (await handset(NOA)).length === 1);
  const response = await post('/sandbox/sms', { from: NOA, text: '9' });
  expect(response.status).toBe(409);
  expect(await response.json()).toMatchObject({ code: 'SMS.NO_REPLY' });
});

test('the faults are played: too many, an error, an outage, and back; the other provider goes on', async () => {
  await post('/sandbox/faults', { channel: 'sms', mode: 'throttle' });
  const burst = await Promise.all(Array.from({ length: 9 }, () => submit()));
  expect(burst.filter(({ status }) => status === 429).length).toBeGreaterThanOrEqual(3);
  await post('/sandbox/faults', { channel: 'sms', mode: 'error' });
  expect((await submit()).status).toBe(500);
  await post('/sandbox/faults', { channel: 'sms', mode: 'down' });
  await expect(submit()).rejects.toThrow();
  expect(await (await post('/sandbox/faults', { channel: 'sms', provider: 'twilio', mode: 'ok' })).json()).toMatchObject({ sms: 'mixed', providers: { twilio: 'ok', smpp: 'down' } });
  expect((await submit()).status).toBe(201);
});
