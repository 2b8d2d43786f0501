import { scopesOf } from '@candor/identity';
import { everybody, newId, northern, startDispatch, visit, type Dispatch } from '../../../test/start-dispatch.ts';

let dispatch: Dispatch;
const id = newId('dry');
const DAY = 24 * 3600 * 1000;
const begun = Date.now();
const daysAgo = (days: number): string => new Date(begun - days * DAY).toISOString();
beforeAll(async () => {
  dispatch = await startDispatch();
  // Three customers who came every week: asked about the visit that was decided first.
  for (const customer of ['a', 'b', 'c']) {
    for (const week of [1, 2, 3]) {
      await dispatch.post(visit(`${id}-${customer}-${week}`, { occurredAt: daysAgo(week * 7), ...(customer === 'c' ? { unit: 'ashdod' } : {}) }, { id: `C-${id}-${customer}`, email: `${id}-${customer}@example.com`, segment: customer === 'a' ? 'gold' : 'plain' }));
    }
  }
  for (const customer of ['a', 'b', 'c']) for (const week of [1, 2, 3]) await dispatch.outcome(`${id}-${customer}-${week}`);
  await dispatch.post(visit(`${id}-other`, { touchpoint: 'often', occurredAt: daysAgo(3) }));
});
afterAll(() => dispatch?.close());

const run = (policy: object, as = everybody, more: object = {}) =>
  dispatch.app.call('POST', '/v1/decisions/dry-run', { as, body: { programme: 'transactional', policy, from: daysAgo(30), to: new Date().toISOString(), ...more } });
const short = (rows: { outcome: string; reason: string; interactions: number }[]) => rows.map((row) => `${row.interactions} ${row.outcome} ${row.reason}`).sort();

test('says what a draft would have done beside what was done, and both add up', async () => {
  const { body } = await run({});
  expect(body).toMatchObject({ programme: 'transactional', policyVersion: 1, interactions: 9 });
  expect(short(body.was)).toEqual(['3 invited INVITED', '6 contacted-too-recently FREQUENCY']);
  expect(short(body.would)).toEqual(['3 invited INVITED', '6 contacted-too-recently FREQUENCY']);
  expect(short((await run({ frequency: { days: 7 } })).body.would)).toEqual(['9 invited INVITED']);
  expect(short((await run({ frequency: { days: 14 } })).body.would)).toEqual(['3 contacted-too-recently FREQUENCY', '6 invited INVITED']);
  const segments = (await run({ frequency: null, segments: [{ segment: 'gold', survey: 1 }] })).body;
  expect(short(segments.would)).toEqual(['3 invited INVITED', '6 outside-policy SEGMENT']);
  expect(segments.changed.reduce((sum: number, row: { interactions: number }) => sum + row.interactions, 0)).toBeGreaterThan(0);
  expect(short((await run({ sample: 0 })).body.would)).toEqual(['9 sampled-out SAMPLE']);
});

test('takes opt-outs as they were at the time, and exclusions as they are', async () => {
  await dispatch.sql("INSERT INTO suppression (channel, address, reason, since) VALUES ('email', $1, 'opted-out', $2)", [`${id}-b@example.com`, daysAgo(10)]);
  expect(short((await run({ frequency: null })).body.would)).toEqual(['1 opted-out OPTED_OUT', '8 invited INVITED']);
  await dispatch.app.call('POST', '/v1/exclusions', { as: everybody, body: { customer: `C-${id}-a`, reason: 'deceased', note: 'letter' } });
  expect(short((await run({ frequency: null })).body.would)).toEqual(['1 opted-out OPTED_OUT', '3 excluded DECEASED', '5 invited INVITED']);
});

test('lets people of a firm take turns', async () => {
  const account = { id: `${id}-firm`, name: 'Levi & Sons' };
  for (const n of [1, 2, 3]) await dispatch.post(visit(`${id}-firm-${n}`, { touchpoint: 'often', occurredAt: daysAgo(9 - n), account }));
  for (const n of [1, 2, 3]) await dispatch.outcome(`${id}-firm-${n}`);
  const programme = (await dispatch.sql<{ programme: string }>('SELECT programme FROM decision WHERE event_id = $1', [`${id}-firm-1`]))[0]!.programme;
  const firms = async (perAccount: number, days: number) => (await run({ accounts: { perAccount, days, roles: [] } }, everybody, { programme, from: daysAgo(9) })).body.would;
  const turned = (rows: { reason: string; interactions: number }[]) => rows.find((one) => one.reason === 'ACCOUNT_FREQUENCY')?.interactions;
  expect([turned(await firms(1, 30)), turned(await firms(2, 30)), turned(await firms(3, 30))]).toEqual([2, 1, undefined]);
});

test('changes nothing, and sees the units of the caller only', async () => {
  const before = await dispatch.sql('SELECT id, outcome, decided_at FROM decision ORDER BY id');
  expect((await run({}, northern)).body.interactions).toBe(6);
  expect(await dispatch.sql('SELECT id, outcome, decided_at FROM decision ORDER BY id')).toEqual(before);
});

test.each([
  [{ programme: 'nothing' }, 'programme'], [{ policy: { sample: 2 } }, 'policy.sample'], [{ policy: { quietHours: { from: '25:00', to: '08:00' } } }, 'policy.quietHours.from'], [{ policy: { callHours: { from: '09:00', to: '8' } } }, 'policy.callHours.to'], [{ policy: { colour: 'red' } }, 'policy.colour'],
  [{ from: '2026-11-02', to: '2026-11-01' }, 'to'], [{ from: 'yesterday' }, 'from'],
])('%j is refused, naming %s', async (more, field) => expect(await run({}, everybody, more)).toMatchObject({ status: 400, body: { errors: [{ field }] } }));

test('is for those who make policies, not for those whom they measure', async () => {
  for (const role of ['agent', 'supervisor', 'manager', 'analyst'] as const) expect((await run({}, { ...everybody, scopes: scopesOf([role]) })).status).toBe(403);
});
