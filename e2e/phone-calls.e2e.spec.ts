import { enterSharedDoor, type SharedDoor } from './door.ts';
import { eventually } from './front-door.ts';

interface Call { id: string; status: string; listening: 'keys' | 'speech' | null; transcript: { who: string; verb: string; text: string }[] }

let door: SharedDoor;
beforeAll(async () => {
  door = await enterSharedDoor();
  await door.put('/v1/units/calls-bank', { name: 'Alon Bank', parent: null, timeZone: 'Asia/Jerusalem' });
  await door.put('/v1/units/calls-branch', { name: 'Haifa Port', parent: 'calls-bank', timeZone: 'Asia/Jerusalem' });
  await door.put('/v1/programmes/calls', { name: 'Calls', kind: 'transactional', channels: ['voice'], frequency: null, quietHours: null });
  await door.put('/v1/touchpoints/adviser', { name: 'Adviser', programme: 'calls' });
});
afterAll(() => door?.close());

let next = 6000;
const newPhone = () => `+97254765${next++}`;
const ask = (id: string, phone: string, consent: object = { voice: true, recording: true }) => door.interaction(id, {
  touchpoint: 'adviser', unit: 'calls-branch', occurredAt: new Date().toISOString(), customer: { id: `C-${id}`, phone, language: 'en', name: 'Noa Levi', consent },
});
const callTo = async (phone: string, is: (call: Call) => boolean): Promise<Call> =>
  (await eventually(() => door.get(`/sandbox/calls?to=${encodeURIComponent(phone)}`), ({ body }) => body.data?.[0] !== undefined && is(body.data[0] as Call), 40)).body.data[0];
const ringing = (phone: string) => callTo(phone, ({ status }) => status === 'ringing');
const act = (call: Call, what: string, body: object = {}) => door.post(`/sandbox/calls/${call.id}/${what}`, body);
const spoken = ({ transcript }: Call) => transcript.filter(({ verb }) => verb === 'Say').map(({ text }) => text).join('\n');

test('a ten pressed on a telephone counts; the call says who calls, how to stop it and that it is recorded', async () => {
  const phone = newPhone();
  expect((await ask('call-1', phone)).status).toBe(202);
  const call = await ringing(phone);
  await act(call, 'answer');
  // A key interrupts what is being said.
  const opening = spoken(await callTo(phone, (now) => /star/i.test(spoken(now)) && /record/i.test(spoken(now))));
  expect(opening).toContain('Alon Bank');
  await act(call, 'digits', { digits: '10' });
  const figure = await eventually(() => door.scores('programme=calls&touchpoint=adviser&unit=calls-branch'), (body) => body.data[0]?.n === 1 && body.data[0].answered === 1);
  expect(figure.data[0]).toMatchObject({ nps: 100, promoters: 1, invited: 1, answered: 1 });
  await callTo(phone, ({ listening, status }) => listening === 'speech' || status === 'completed');
  await act(call, 'hangup');
  expect((await door.get('/v1/responses?touchpoint=adviser')).body.data[0]).toMatchObject({ score: 10, channel: 'voice' });
}, 90_000);

test('who is unhappy says why, and the words stand in a task', async () => {
  const phone = newPhone();
  await ask('call-2', phone);
  const call = await ringing(phone);
  await act(call, 'answer');
  await act(call, 'digits', { digits: '2#' });
  await callTo(phone, ({ listening }) => listening === 'speech');
  await act(call, 'speak', { text: 'The adviser never called me back.' });
  await act(call, 'digits', { digits: '#' });
  const { body } = await eventually(() => door.get('/v1/cases?unit=calls-branch'), ({ body: page }) => page.data?.[0]?.answer?.comment?.includes('never called') === true, 60);
  expect(body.data[0]).toMatchObject({ answer: { score: 2 }, customer: { id: 'C-call-2' } });
}, 120_000);

test('nobody is called without having agreed to it, nor again after saying no', async () => {
  await ask('call-3', newPhone(), {});
  await eventually(() => door.get('/v1/decisions?source=/e2e&id=call-3'), ({ body }) => body.data?.[0]?.outcome === 'no-consent');
  const phone = newPhone();
  await ask('call-4', phone);
  const call = await ringing(phone);
  await act(call, 'answer');
  await act(call, 'digits', { digits: '*9' });
  await callTo(phone, ({ status }) => status === 'completed');
  await ask('call-5', phone);
  await eventually(() => door.get('/v1/decisions?source=/e2e&id=call-5'), ({ body }) => body.data?.[0]?.outcome === 'opted-out');
}, 90_000);
