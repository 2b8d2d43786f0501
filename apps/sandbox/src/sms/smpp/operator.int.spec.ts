import { eventually } from '@candor/testing';
import { startTestSandbox } from '../../../test/start-sandbox.ts';
import type { Sandbox } from '../../sandbox.ts';
import { smpp, type Pdu, type Session } from './library.ts';
import { headerOf } from './parts.ts';

const BANK = '972559700100';
const NOA = '972501234567';

let sandbox: Sandbox;
const sessions: Session[] = [];
/** What the operator brought: answers and receipts. */
let brought: Pdu[] = [];

beforeEach(async () => {
  sandbox = await startTestSandbox({ SMPP_PASSWORD: 'secret' });
  brought = [];
});
afterEach(async () => {
  for (const session of sessions.splice(0)) session.destroy();
  await sandbox.close();
});

const connect = (): Promise<Session> => new Promise((connected, failed) => {
  const session = smpp.connect({ host: '127.0.0.1', port: sandbox.smppPort }, () => connected(session));
  session.on('error', failed);
  session.on('pdu', (pdu) => {
    if (pdu.command !== 'deliver_sm') return;
    brought.push(pdu);
    session.send(pdu.response());
  });
  sessions.push(session);
});
const call = (session: Session, command: 'bind_transceiver' | 'submit_sm' | 'enquire_link', options: object = {}): Promise<Pdu & { message_id?: string }> =>
  new Promise((answered) => session[command](options, answered));
async function bound(): Promise<Session> {
  const session = await connect();
  expect((await call(session, 'bind_transceiver', { system_id: 'candor', password: 'secret' })).command_status).toBe(0);
  return session;
}
const submit = (session: Session, change: object = {}): ReturnType<typeof call> =>
  call(session, 'submit_sm', { source_addr_ton: 1, source_addr: BANK, dest_addr_ton: 1, destination_addr: NOA, registered_delivery: 1, short_message: 'How was it? 0 to 10', ...change });
const fault = (mode: string): Promise<Response> =>
  fetch(`${sandbox.url}/sandbox/faults`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ channel: 'sms', mode }) });
const write = (text: string): Promise<Response> =>
  fetch(`${sandbox.url}/sandbox/sms`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ from: `+${NOA}`, text }) });
const handset = async (to = NOA): Promise<Record<string, unknown>[]> =>
  ((await (await fetch(`${sandbox.url}/sandbox/messages?channel=sms&to=${to}`)).json()) as { data: Record<string, unknown>[] }).data;

test('only the client it knows may bind, and nobody submits unbound', async () => {
  const stranger = await connect();
  expect((await submit(stranger)).command_status).toBe(smpp.ESME_RINVBNDSTS);
  expect((await call(stranger, 'bind_transceiver', { system_id: 'candor', password: 'guess' })).command_status).toBe(smpp.ESME_RBINDFAIL);
  const known = await bound();
  expect((await call(known, 'enquire_link')).command_status).toBe(0);
});

test('a message arrives on the handset, and its receipt says so in the words that operators use', async () => {
  const { command_status: status, message_id: id } = await submit(await bound(), { short_message: 'איך היה? 😀' });
  expect(status).toBe(0);
  await eventually('the receipt', () => brought.length === 1);
  const [receipt] = brought;
  expect(receipt!.esm_class).toBe(4);
  expect(receipt).toMatchObject({ source_addr: NOA, destination_addr: BANK });
  expect(receipt!.short_message!.message).toMatch(new RegExp(`^id:${id} sub:001 dlvrd:001 submit date:\\d{10} done date:\\d{10} stat:DELIVRD err:000 text:`));
  expect(await handset()).toMatchObject([{ to: `+${NOA}`, from: `+${BANK}`, text: 'איך היה? 😀', via: 'smpp' }]);
});

test('parts are put together, in whatever order they come, and each has its receipt', async () => {
  const session = await bound();
  const part = (number: number, message: string) => submit(session, { short_message: { udh: headerOf({ reference: 7, total: 2, number }), message } });
  const ids = [(await part(2, 'branch?')).message_id, (await part(1, 'How was the ')).message_id];
  await eventually('both receipts', () => brought.length === 2);
  expect(brought.map(({ short_message: message }) => String(message!.message).slice(3, 13)).sort()).toEqual(ids.sort());
  expect((await handset()).map(({ text }) => text)).toEqual(['How was the branch?']);
});

test('what cannot arrive is said at once or by its receipt; a receipt that was not asked for does not come', async () => {
  const session = await bound();
  expect((await submit(session, { destination_addr: '972501990001' })).command_status).toBe(smpp.ESME_RINVDSTADR);
  await submit(session, { registered_delivery: 0 });
  await submit(session, { destination_addr: '972501990002' });
  await eventually('the receipt', () => brought.length === 1);
  expect(brought[0]!.short_message!.message).toContain('stat:UNDELIV');
});

test('an answer is brought to the sender that wrote last, in parts if it is long, and waits while nobody is bound', async () => {
  const first = await bound();
  await submit(first, { registered_delivery: 0 });
  await eventually('delivered', async () => (await handset()).length === 1);
  first.destroy();
  await new Promise((resolve) => setTimeout(resolve, 100));
  const words = 'חיכיתי שעה בתור והמכונה שוב לא עבדה. '.repeat(4);
  const writing = write(words);
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(brought).toEqual([]);
  await bound();
  expect(await (await writing).json()).toMatchObject({ via: 'smpp', to: `+${BANK}`, status: 'delivered' });
  expect(brought.length).toBeGreaterThan(1);
  expect(brought.map(({ short_message: message }) => message!.message).join('')).toBe(words);
  expect(brought[0]).toMatchObject({ source_addr: NOA, destination_addr: BANK });
});

test('the faults are played: throttling, an error, an outage, and back', async () => {
  const session = await bound();
  await fault('throttle');
  const burst = await Promise.all(Array.from({ length: 9 }, () => submit(session)));
  expect(burst.filter(({ command_status: status }) => status === smpp.ESME_RTHROTTLED).length).toBeGreaterThanOrEqual(3);
  await fault('error');
  expect((await submit(session)).command_status).toBe(smpp.ESME_RSYSERR);
  const ended = new Promise<void>((resolve) => session.on('close', resolve));
  await fault('down');
  await ended;
  await expect(connect()).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  await fault('ok');
  expect((await submit(await bound())).command_status).toBe(0);
});
