import { eventually } from '@candor/testing';
import { startTestSandbox } from '../../test/start-sandbox.ts';
import { WebhookReceiver } from '../../test/webhook-receiver.ts';
import type { Sandbox } from '../sandbox.ts';
import { twilioSignature } from '../twilio/signature.ts';
import { wavSeconds } from './wav.ts';

const PUBLIC = 'https://feedback.meridian.example';
const NOA = '+972501234567';
const AGENT = '+97233700199';
interface Shown { id: string; status: string; listening: string | null; answeredBy: string | null; parent: string | null; transcript: { who: string; verb: string; text: string }[]; recordings: { audio: string }[] }

let sandbox: Sandbox;
let platform: WebhookReceiver;

beforeEach(async () => {
  platform = new WebhookReceiver();
  sandbox = await startTestSandbox({ PUBLIC_URL: PUBLIC, GATEWAY_URL: await platform.start(), TWILIO_ACCOUNT_SID: 'ACtest', TWILIO_AUTH_TOKEN: 'token', VOICE_PACE: '0' });
  platform.answers.set('/ask', () => `<Response><Say language="en-GB">This is Meridian Bank.</Say>
    <Gather input="dtmf" numDigits="2" finishOnKey="#" timeout="1" actionOnEmptyResult="true" action="${PUBLIC}/scored" method="POST"><Say>0 to 10?</Say></Gather></Response>`);
  platform.answers.set('/scored', ({ Digits }) => (Number(Digits) > 6 || Digits === ''
    ? '<Response><Say>Thank you.</Say><Hangup/></Response>'
    : `<Response><Say>Why?</Say><Record action="/said" maxLength="60" timeout="2" finishOnKey="#" recordingStatusCallback="${PUBLIC}/recorded"/></Response>`));
  platform.answers.set('/said', () => `<Response><Dial action="/dialled" timeout="5"><Number>${AGENT}</Number></Dial></Response>`);
  platform.answers.set('/dialled', () => '<Response><Hangup/></Response>');
});
afterEach(async () => {
  await sandbox.close();
  await platform.close();
});

const call = (form: Record<string, string> = {}): Promise<Response> => fetch(`${sandbox.url}/twilio/2010-04-01/Accounts/ACtest/Calls.json`, {
  method: 'POST', headers: { authorization: `Basic ${Buffer.from('ACtest:token').toString('base64')}` },
  body: new URLSearchParams([...Object.entries({ To: NOA, From: '+97233700100', Url: `${PUBLIC}/ask`, StatusCallback: `${PUBLIC}/status`, ...form }), ...['initiated', 'ringing', 'answered', 'completed'].map((event): [string, string] => ['StatusCallbackEvent', event])]),
});
const phone = async (to = NOA): Promise<Shown | undefined> => ((await (await fetch(`${sandbox.url}/sandbox/calls?to=${encodeURIComponent(to)}`)).json()) as { data: Shown[] }).data[0];
const act = async (what: string, body: object = {}, to = NOA): Promise<Response> =>
  fetch(`${sandbox.url}/sandbox/calls/${(await phone(to))!.id}/${what}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
const is = (status: string, to = NOA) => eventually(status, async () => (await phone(to))?.status === status);
const told = (): (string | undefined)[] => platform.at('/status').map(({ form }) => form['CallStatus']);

test('a call rings, is answered, asks, and posts the pressed keys signed; its progress is told in order', async () => {
  const response = await call();
  expect(response.status).toBe(201);
  expect(await response.json()).toMatchObject({ sid: expect.stringMatching(/^CA[0-9a-f]{32}$/), status: 'queued' });
  await is('ringing');
  await act('answer');
  await eventually('it listens', async () => (await phone())?.listening === 'keys');
  await act('digits', { digits: '10' });
  await is('completed');
  const [scored] = platform.at('/scored');
  expect(scored!.form).toMatchObject({ Digits: '10', To: NOA, CallStatus: 'in-progress', AccountSid: 'ACtest' });
  expect(scored!.signature).toBe(twilioSignature('token', `${PUBLIC}/scored`, scored!.form));
  await eventually('all callbacks', () => told().length === 4);
  expect(told()).toEqual(['queued', 'ringing', 'in-progress', 'completed']);
  expect((await phone())!.transcript.map(({ verb, text }) => `${verb}: ${text}`)).toEqual(['Answer: Picked up', 'Say: This is Meridian Bank.', 'Say: 0 to 10?', 'Digits: 10', 'Say: Thank you.']);
});

test('keys that come before the call listens are kept, and silence is an empty answer', async () => {
  await call();
  await is('ringing');
  await act('digits', { digits: '9#' });
  await act('answer');
  await is('completed');
  await call();
  await is('ringing');
  await act('answer');
  await is('completed');
  expect(platform.at('/scored').map(({ form }) => form['Digits'])).toEqual(['9', '']);
});

test('a spoken reason is recorded, can be fetched as audio, and its caller is put through to a person on a second phone', async () => {
  await call();
  await is('ringing');
  await act('answer');
  await act('digits', { digits: '3#' });
  await eventually('it listens', async () => (await phone())?.listening === 'speech');
  await act('speak', { text: 'I waited an hour and nobody came.' });
  await act('digits', { digits: '#' });
  await is('ringing', AGENT);
  const [recorded] = platform.at('/recorded');
  expect(recorded!.form).toMatchObject({ RecordingStatus: 'completed', RecordingSid: expect.stringMatching(/^RE/) });
  const url = `${recorded!.form['RecordingUrl']}.wav`;
  expect((await fetch(url)).status).toBe(401);
  const audio = Buffer.from(await (await fetch(url, { headers: { authorization: `Basic ${Buffer.from('ACtest:token').toString('base64')}` } })).arrayBuffer());
  expect(Math.round(wavSeconds(audio)!)).toBe(Number(recorded!.form['RecordingDuration']));
  await act('answer', {}, AGENT);
  await act('speak', { text: 'Hello, this is Meridian.' }, AGENT);
  expect((await phone())!.transcript.at(-1)).toMatchObject({ who: 'voice', text: 'Hello, this is Meridian.' });
  await act('hangup', {}, AGENT);
  await is('completed');
  expect(platform.at('/dialled')[0]!.form).toMatchObject({ DialCallStatus: 'completed' });
});

test('somebody who types is not silent: the recording waits for the words', async () => {
  await call();
  await is('ringing');
  await act('answer');
  await act('digits', { digits: '2#' });
  await eventually('it listens', async () => (await phone())?.listening === 'speech');
  for (let breath = 0; breath < 3; breath++) {
    await new Promise((resolve) => setTimeout(resolve, 900));
    expect((await act('breathe')).status).toBe(204);
  }
  await act('speak', { text: 'The machine kept my card.' });
  await eventually('it is told', () => platform.at('/said').length === 1);
});

test('hanging up on the recording keeps what was said', async () => {
  await call();
  await is('ringing');
  await act('answer');
  await act('digits', { digits: '0#' });
  await eventually('it listens', async () => (await phone())?.listening === 'speech');
  await act('speak', { text: 'Never again.' });
  await act('hangup');
  await eventually('it is told', () => platform.at('/said').length === 1);
  expect(platform.at('/said')[0]!.form).toMatchObject({ Digits: 'hangup', RecordingUrl: expect.stringContaining(sandbox.url) });
});

test.each([['+972501990011', 'busy'], ['+972501990012', 'no-answer'], ['+972501990013', 'failed']])('a call to %s ends as %s', async (to, status) => {
  await call({ To: to });
  await is(status, to);
  await eventually('it is told', () => told().at(-1) === status);
  expect(platform.at('/ask')).toEqual([]);
});

test('declining is busy, not picking up is no answer, and an answering machine is recognised', async () => {
  await call();
  await is('ringing');
  await act('hangup');
  await is('busy');
  await call({ Timeout: '1' });
  await is('no-answer');
  await call({ To: '+972501990014', MachineDetection: 'Enable' });
  await eventually('asked', () => platform.at('/ask').length === 1);
  expect(platform.at('/ask')[0]!.form).toMatchObject({ AnsweredBy: 'machine_start' });
});

test('a document that cannot be executed ends the call, and says why', async () => {
  platform.answers.set('/ask', () => '<Response><Sing/></Response>');
  await call();
  await is('ringing');
  await act('answer');
  await is('completed');
  expect((await phone())!.transcript.at(-1)!.text).toContain('<Sing> is no verb');
});

test('wrong orders are refused in Twilio\'s words, wrong keys and finished calls by name, and the faults are played', async () => {
  expect(await (await call({ To: '12' })).json()).toMatchObject({ status: 400, code: 21217 });
  expect(await (await call({ Url: 'nowhere' })).json()).toMatchObject({ status: 400, code: 21205 });
  await call();
  await is('ringing');
  expect(await (await act('digits', { digits: 'ten' })).json()).toMatchObject({ status: 400, errors: [{ field: 'digits' }] });
  await act('hangup');
  expect((await act('answer')).status).toBe(409);
  const fault = (mode: string) => fetch(`${sandbox.url}/sandbox/faults`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ channel: 'voice', mode }) });
  await fault('error');
  expect((await call()).status).toBe(500);
  await fault('down');
  await expect(call()).rejects.toThrow();
});
