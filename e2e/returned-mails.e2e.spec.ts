import { enterSharedDoor, type SharedDoor } from './door.ts';
import { eventually } from './front-door.ts';

let door: SharedDoor;
beforeAll(async () => {
  door = await enterSharedDoor();
  await door.put('/v1/units/returns-bank', { name: 'Alon Bank', parent: null });
  await door.put('/v1/programmes/returns', { name: 'Returns', kind: 'transactional', channels: ['email'], frequency: null, quietHours: null });
  await door.put('/v1/touchpoints/returns-visit', { name: 'Visit', programme: 'returns' });
});
afterAll(() => door?.close());

const ask = (id: string, email: string) => door.interaction(id, {
  touchpoint: 'returns-visit', unit: 'returns-bank', occurredAt: new Date().toISOString(), customer: { id: `C-${email}`, email },
});
const decided = (id: string, outcome: string) => eventually(() => door.get(`/v1/decisions?source=/e2e&id=${id}`), ({ body }) => body.data?.[0]?.outcome === outcome);
const mailsTo = async (email: string) => (await door.get(`/sandbox/messages?channel=email&to=${encodeURIComponent(email)}`)).body.data as { id: string }[];
const bounces = async () => (await door.scores('programme=returns&touchpoint=returns-visit')).data[0]?.bounced;

test('a mail that its server takes and then returns counts as bounced, and its address is not written to again', async () => {
  await ask('returned-1', 'noa@returns.example');
  await decided('returned-1', 'invited');
  await eventually(bounces, (bounced) => bounced === 1);
  await ask('returned-2', 'noa@returns.example');
  const { body } = await decided('returned-2', 'no-address');
  expect(body.data[0].reason).toContain('could not be delivered');
  expect(await mailsTo('noa@returns.example')).toHaveLength(1);
});

test('a mail that is refused at the door counts as bounced too', async () => {
  const before = (await bounces()) ?? 0;
  await ask('refused-1', 'dan@bounce.example');
  await eventually(bounces, (bounced) => bounced === before + 1);
  await ask('refused-2', 'dan@bounce.example');
  await decided('refused-2', 'no-address');
});

test('a mail that is marked as spam ends all questions to its address', async () => {
  await ask('spam-1', 'gil@example.net');
  const [mail] = await eventually(() => mailsTo('gil@example.net'), (mails) => mails.length === 1);
  expect((await door.post(`/sandbox/messages/${mail!.id}/complain`, {})).status).toBe(202);
  // The complaint comes by mail: whoever asks before it has come is still asked.
  let visit = 2;
  await eventually(async () => {
    const id = `spam-${visit++}`;
    await ask(id, 'gil@example.net');
    const { body } = await eventually(() => door.get(`/v1/decisions?source=/e2e&id=${id}`), (answer) => !['pending', undefined].includes(answer.body.data?.[0]?.outcome));
    return body.data[0];
  }, ({ outcome }) => outcome === 'opted-out');
});
