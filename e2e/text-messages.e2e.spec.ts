import { enterSharedDoor, type SharedDoor } from './door.ts';
import { eventually } from './front-door.ts';

let door: SharedDoor;
beforeAll(async () => {
  door = await enterSharedDoor();
  await door.put('/v1/units/texts-bank', { name: 'Alon Bank', parent: null, timeZone: 'Asia/Jerusalem' });
  await door.put('/v1/units/texts-branch', { name: 'Haifa Port', parent: 'texts-bank', timeZone: 'Asia/Jerusalem' });
  await door.put('/v1/programmes/texts', { name: 'Texts', kind: 'transactional', channels: ['sms'], frequency: null, quietHours: null });
  await door.put('/v1/touchpoints/loan', { name: 'Loan', programme: 'texts' });
});
afterAll(() => door?.close());

let next = 4000;
const newPhone = () => `+97254765${next++}`;
const ask = (id: string, phone: string, customer: object = {}) => door.interaction(id, {
  touchpoint: 'loan', unit: 'texts-branch', occurredAt: new Date().toISOString(), customer: { id: `C-${id}`, phone, language: 'he', ...customer },
});
const write = (from: string, text: string) => door.post('/sandbox/sms', { from, text });
/** What a handset has got, newest first. */
const textsTo = async (phone: string, count: number) =>
  (await eventually(() => door.get(`/sandbox/messages?channel=sms&to=${encodeURIComponent(phone)}`), ({ body }) => body.data?.length >= count)).body.data as { text: string; links: string[] }[];
const decided = (id: string, outcome: string) => eventually(() => door.get(`/v1/decisions?source=/e2e&id=${id}`), ({ body }) => body.data?.[0]?.outcome === outcome);

test('a score by text message counts, and the next message is its reason', async () => {
  const phone = newPhone();
  expect((await ask('text-1', phone)).status).toBe(202);
  const [question] = await textsTo(phone, 1);
  expect(question!.text).toMatch(/^עד כמה סביר שתמליצו על Alon Bank .*הסר\.$/s);
  expect(question!.links.some((link) => /\/r\/[0-9A-Za-z]{12}$/.test(link))).toBe(true);

  await write(phone, '\u200f٩!');
  const figure = await eventually(() => door.scores('programme=texts&touchpoint=loan&unit=texts-branch'), (body) => body.data[0]?.n === 1 && body.data[0].answered === 1);
  expect(figure.data[0]).toMatchObject({ nps: 100, promoters: 1, invited: 1, answered: 1 });
  expect((await textsTo(phone, 2))[0]!.text).toBe('תודה! למה לא 10?');

  await write(phone, 'חיכיתי קצת 🙂');
  const { body } = await eventually(() => door.get('/v1/responses?touchpoint=loan'), ({ body: page }) => page.data?.[0]?.comment !== undefined);
  expect(body.data[0]).toMatchObject({ score: 9, channel: 'sms', comment: 'חיכיתי קצת 🙂' });
  expect((await textsTo(phone, 3))[0]!.text).toContain('Alon Bank');
});

test('the link of the message and the message itself make one answer: the first counts, the second amends it', async () => {
  const phone = newPhone();
  await ask('text-2', phone);
  const link = new URL((await textsTo(phone, 1))[0]!.links.find((one) => /\/r\//.test(one))!).pathname;
  await door.post(link, new URLSearchParams({ score: '8' }), { key: null });
  await write(phone, '3');
  const isIt = (answer: { channel: string; score: number }) => answer.channel === 'sms' && answer.score === 3;
  const { body } = await eventually(() => door.get('/v1/responses?touchpoint=loan'), ({ body: page }) => page.data.some(isIt));
  expect(body.data).toHaveLength(2);
});

test('one word ends it for the number, whoever uses it', async () => {
  const phone = newPhone();
  await ask('text-3', phone);
  await textsTo(phone, 1);
  await write(phone, 'הסר');
  await textsTo(phone, 2);
  await ask('text-4', phone);
  await decided('text-4', 'opted-out');
  expect(await textsTo(phone, 2)).toHaveLength(2);
});

test('carriers that are away delay and lose nothing, and nobody is asked twice', async () => {
  await door.post('/sandbox/faults', { channel: 'sms', mode: 'down' });
  const phones = Array.from({ length: 5 }, () => newPhone());
  for (const [n, phone] of phones.entries()) await ask(`away-${n}`, phone);
  await decided('away-0', 'pending');
  await door.post('/sandbox/faults', { channel: 'sms', mode: 'ok' });
  for (const n of phones.keys()) await eventually(() => door.get(`/v1/decisions?source=/e2e&id=away-${n}`), ({ body }) => body.data?.[0]?.outcome === 'invited', 60);
  for (const phone of phones) expect(await textsTo(phone, 1)).toHaveLength(1);
}, 90_000);
