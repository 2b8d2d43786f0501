import { CatalogCopy } from '@candor/catalog-copy';
import { invitationIssued, programmeSet, touchpointSet, type Accounts, type Walk } from '@candor/contracts';
import { Outbox } from '@candor/messaging';
import { eventually } from '@candor/testing';
import { DataSource } from 'typeorm';
import { everybody, newId, startDispatch, visit, type Dispatch } from '../../test/start-dispatch.ts';
import { chosen, type Walker } from '../../test/walk-model.ts';
import { Channels } from '../channel/channels.ts';
import { DecideDue } from '../decision/decide-due/decide-due.ts';
import { Loops } from '../timer/loops.ts';
import { WalkBase } from './walk-base.ts';

let dispatch: Dispatch;
const get = <T>(what: new (...args: never[]) => T): T => dispatch.app.app.get(what);
const walker = (): WalkBase => new WalkBase(get(DataSource), get(CatalogCopy));
const decider = (): DecideDue => new DecideDue(get(Outbox), get(CatalogCopy), get(Channels));
const put = (id: string, body: object) => dispatch.app.call('PUT', `/v1/customers/${id}`, { as: everybody, body: { unit: 'haifa-1', email: `${id}@example.com`, ...body } });
const base: Walk = { touchpoint: '', from: '2026-11-02', period: 'P14D', share: 1, days: [1, 2, 3, 4, 5], hours: { from: '09:00', to: '17:00' } };
const DAYS = ['02', '03', '04', '05', '06', '09', '10', '11', '12', '13'].map((day) => `2026-11-${day}`);
/** The moment at which a day can be planned. */
const eve = (day: string): Date => new Date(Date.parse(`${day}T00:00:00Z`) - 6 * 3600 * 1000);

/** A programme that walks those of one segment. */
async function programme(key: string, change: Partial<Walk> = {}, accounts: Accounts | null = null): Promise<string> {
  await dispatch.neighbours.publish(programmeSet, {
    ...programmeSet.sample, key, name: key, kind: 'relationship', frequency: { days: 7 }, segments: [{ segment: key, survey: 3 }], accounts, walk: { ...base, touchpoint: `t-${key}`, ...change },
  });
  await dispatch.neighbours.publish(touchpointSet, { ...touchpointSet.sample, key: `t-${key}`, name: key, programme: key, delay: 'PT2H' });
  await get(CatalogCopy).reachEnd();
  return key;
}
const slots = (key: string) => dispatch.sql<{ person: string; customer: string; day: string; place: number; period: string }>(
  'SELECT s.person, p.customer_id AS customer, s.day::text, s.place, s.period::text FROM walk_slot s JOIN person p ON p.id = s.person WHERE programme = $1 ORDER BY s.day, s.place', [key]);
const decisions = (key: string) => dispatch.sql<{ event_id: string; customer_id: string; due_at: Date; occurred_at: Date; source: string; outcome: string; reason_code: string; invitation: string | null; interaction: object }>(
  'SELECT * FROM decision WHERE programme = $1 ORDER BY due_at, event_id', [key]);
const personOf = async (customer: string) => (await dispatch.sql<{ id: string }>('SELECT id FROM person WHERE customer_id = $1', [customer]))[0]!.id;
/** Two instances at the same time, until nothing is left to do. */
async function walk(now: Date): Promise<void> {
  for (let left = true; left; ) {
    const done = await Promise.all([walker().turn(now, 7), walker().turn(now, 7)]);
    left = done.some((n) => n > 0);
  }
}

beforeAll(async () => {
  dispatch = await startDispatch();
  await get(Loops).beforeApplicationShutdown();
});
afterAll(() => dispatch?.close());

test('two instances walk a base together: everybody once in a period, each working day as many, whom the order says, and again in the next', async () => {
  const key = newId('walk');
  for (let n = 0; n < 33; n++) await put(`${key}-${n}`, { segment: key });
  await put(`${key}-other`, { segment: 'another' });
  await programme(key);
  const members: Walker[] = (await dispatch.sql<{ id: string }>('SELECT id FROM person WHERE customer_id LIKE $1', [`${key}-%`])).map(({ id }) => ({ person: id }));
  const other = await personOf(`${key}-other`);
  const asked = new Set<string>();
  for (const day of DAYS) {
    await walk(eve(day));
    const today = (await slots(key)).filter((one) => one.day === day);
    const model = chosen({ programme: key, schedule: base }, { begins: '2026-11-02', ends: '2026-11-16' }, day, members.filter(({ person }) => person !== other), asked);
    expect(today.map(({ person }) => person)).toEqual(model);
    for (const person of model) asked.add(person);
  }
  const sizes = DAYS.map((day) => [...asked].length && day).map((day) => slots(key).then((all) => all.filter((one) => one.day === day).length));
  expect([...(await Promise.all(sizes))].sort()).toEqual([3, 3, 3, 3, 3, 3, 3, 4, 4, 4]);
  const made = await decisions(key);
  expect(new Set(made.map(({ customer_id: customer }) => customer)).size).toBe(33);
  expect(made).toHaveLength(33);
  expect(made.filter(({ due_at: due }) => due.getUTCHours() < 7 || due.getUTCHours() >= 15)).toEqual([]);
  // A replay finds what was decided.
  await dispatch.sql('DELETE FROM walk_slot WHERE programme = $1', [key]);
  await dispatch.sql('DELETE FROM walk_day WHERE programme = $1', [key]);
  await walk(eve('2026-11-02'));
  expect(await decisions(key)).toHaveLength(33);
  await walk(eve('2026-11-16'));
  expect((await slots(key)).filter(({ period }) => period === '2026-11-16')).toHaveLength(4);
  expect(await decisions(key)).toHaveLength(37);
});

test('who joins gets a place in the rest of the period, and who leaves is not asked, also on the day that is planned already', async () => {
  const key = newId('moves');
  for (let n = 0; n < 20; n++) await put(`${key}-${n}`, { segment: key });
  await programme(key);
  await walk(eve('2026-11-02'));
  const first = await slots(key);
  expect(first).toHaveLength(2);
  const [leaver] = first;
  await put(leaver!.customer, { segment: key, until: '2026-11-01' });
  const gone = Array.from({ length: 20 }, (_, n) => `${key}-${n}`).filter((id) => !first.some(({ customer }) => customer === id)).slice(0, 3);
  for (const id of gone) await put(id, { segment: key, until: '2026-11-01' });
  for (let n = 20; n < 30; n++) await put(`${key}-${n}`, { segment: key });
  for (const day of DAYS.slice(1)) await walk(eve(day));
  const all = (await slots(key)).map(({ customer }) => customer);
  expect(new Set(all).size).toBe(27);
  expect(all.filter((customer) => gone.includes(customer))).toEqual([]);
  for (let n = 20; n < 30; n++) expect(all).toContain(`${key}-${n}`);
  await decider().turn(new Date('2026-11-03T12:00:00Z'), 500);
  expect((await decisions(key)).find((one) => one.customer_id === leaver!.customer)).toMatchObject({ outcome: 'outside-policy', reason_code: 'LEFT' });
});

test('what is asked goes the way of every decision, with how it was chosen and how probable that was', async () => {
  const key = newId('ways');
  await put(`${key}-1`, { segment: key, timeZone: 'America/New_York', value: { amount: 12, currency: 'ILS' }, account: { id: `A-${key}` } });
  await programme(key, { share: 0.999999999 });
  for (const day of DAYS) await walk(eve(day));
  const [made] = await decisions(key);
  const person = await personOf(`${key}-1`);
  expect(made).toMatchObject({ source: `/candor/relationship/${key}`, event_id: `${person}/2026-11-02`, outcome: 'pending', reason_code: 'DELAY', interaction: { account: `A-${key}`, value: { amount: 12, currency: 'ILS' } } });
  expect(made!.due_at.getTime() - made!.occurred_at.getTime()).toBe(2 * 3600 * 1000);
  // One of one: the middle of the day in New York.
  expect(made!.due_at.toISOString()).toMatch(/T18:00:00/);
  await decider().turn(new Date(made!.due_at.getTime() + 1), 500);
  const [invited] = await decisions(key);
  expect(invited).toMatchObject({ reason_code: 'SENDING', invitation: expect.any(String) });
  const issued = await eventually('issued', () => dispatch.neighbours.heardOf(invitationIssued).find((one) => one.id === invited!.invitation));
  expect(issued).toMatchObject({ programme: key, touchpoint: `t-${key}`, survey: 3, account: `A-${key}`, selection: { method: 'relationship-walk', probability: 0.999999999 } });
});

test('of an account the one who decides is asked first, and no more than the policy says', async () => {
  const key = newId('firms');
  for (const [n, role] of ['user', 'Owner', 'buyer', 'user'].entries()) for (const firm of ['x', 'y', 'z']) await put(`${key}-${firm}-${n}`, { segment: key, account: { id: `${key}-${firm}`, role } });
  await put(`${key}-alone`, { segment: key });
  await programme(key, { period: 'P7D' }, { roles: ['owner', 'buyer'], perAccount: 2, days: 30 });
  for (const day of DAYS.slice(0, 5)) await walk(eve(day));
  const asked = (await slots(key)).map(({ customer }) => customer);
  expect([...asked].sort()).toEqual(['x', 'y', 'z'].flatMap((firm) => [`${key}-${firm}-1`, `${key}-${firm}-2`]).concat(`${key}-alone`).sort());
  for (const firm of ['x', 'y', 'z']) expect(asked.indexOf(`${key}-${firm}-1`)).toBe(asked.indexOf(`${key}-${firm}-2`) - 1);
});

test('a customer who was erased since the day was planned is not asked, and nothing names them', async () => {
  const key = newId('erased');
  await put(`${key}-1`, { segment: key });
  await programme(key, { period: 'P7D', days: [1] });
  await get(DataSource).transaction(async () => undefined);
  await walker().turn(eve('2026-11-02'), 0);
  expect(await slots(key)).toHaveLength(1);
  expect((await dispatch.app.call('DELETE', `/v1/customers/${key}-1`, { as: everybody })).status).toBe(204);
  await walk(eve('2026-11-02'));
  expect(await decisions(key)).toEqual([]);
  expect(await dispatch.sql('SELECT taken FROM walk_slot WHERE programme = $1', [key])).toEqual([{ taken: true }]);
});

test('nobody else can speak for a walk', async () => {
  const event = { ...visit(newId('spoof')), source: '/candor/relationship/yearly' };
  expect(await dispatch.post(event)).toMatchObject({ status: 400, body: { errors: [{ field: 'source' }] } });
});
