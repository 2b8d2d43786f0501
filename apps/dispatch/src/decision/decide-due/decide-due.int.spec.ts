import { CatalogCopy } from '@candor/catalog-copy';
import { invitationProgressed } from '@candor/contracts';
import { Outbox } from '@candor/messaging';
import { eventually } from '@candor/testing';
import { everybody, newId, startDispatch, visit, type Dispatch } from '../../../test/start-dispatch.ts';
import { Channels } from '../../channel/channels.ts';
import { SendDue } from '../../invitation/send-due/send-due.ts';
import { Loops } from '../../timer/loops.ts';
import { DataSource } from 'typeorm';
import { DecideDue } from './decide-due.ts';

let dispatch: Dispatch;
beforeAll(async () => {
  dispatch = await startDispatch();
  // Whoever decides here does so at our word.
  await dispatch.app.app.get(Loops).beforeApplicationShutdown();
});
afterAll(() => dispatch?.close());

const decider = (): DecideDue => new DecideDue(dispatch.app.app.get(Outbox), dispatch.app.app.get(CatalogCopy), dispatch.app.app.get(Channels));
const batch = (events: unknown[]) =>
  dispatch.app.call('POST', '/v1/interactions', { as: everybody, headers: { 'content-type': 'application/cloudevents-batch+json' }, body: JSON.stringify(events) });

test('of many visits of a customer that are decided at the same time one is asked about', async () => {
  const customers = Array.from({ length: 30 }, () => newId('customer'));
  // Visit by visit, not customer by customer: what falls due together belongs to many, so that the deciders meet over each.
  const begin = Date.now() - 1000;
  const events = Array.from({ length: 8 }).flatMap((_, n) => customers.map((customer, place) => visit(
    `${customer}-${n}`, { occurredAt: new Date(begin + n * customers.length + place).toISOString() }, { id: customer, email: `${customer}@example.com` },
  )));
  expect((await batch(events)).body.accepted).toBe(240);
  const deciders = Array.from({ length: 6 }, decider);
  for (let left = true; left; ) {
    const turns = await Promise.all(deciders.map((one) => one.turn(new Date(), 40)));
    left = turns.some(({ done }) => done > 0);
  }
  const rows = await dispatch.sql<{ customer: string; invited: number; others: number }>(
    `SELECT customer_id AS customer, count(invitation)::int AS invited, count(*) FILTER (WHERE outcome = 'contacted-too-recently')::int AS others
     FROM decision WHERE customer_id = ANY ($1) GROUP BY customer_id`, [customers]);
  expect(rows).toHaveLength(30);
  expect(rows.filter(({ invited, others }) => invited !== 1 || others !== 7)).toEqual([]);
});

const at = (secondsAgo: number): string => new Date(Date.now() - secondsAgo * 1000).toISOString();
const own = (id: string) => ({ id, email: `${id}@example.com` });

test('the programme of higher priority goes first among what is due together', async () => {
  const id = newId('priority');
  await batch([visit(`${id}-low`, { touchpoint: 'anniversary', occurredAt: at(5) }, own(id)), visit(`${id}-high`, { touchpoint: 'jubilee' }, own(id))]);
  await decider().turn(new Date(), 100);
  expect(await dispatch.decision(`${id}-high`)).toMatchObject({ reasonCode: 'SENDING' });
  expect(await dispatch.decision(`${id}-low`)).toMatchObject({ outcome: 'displaced', reasonCode: 'DISPLACED', reason: expect.stringContaining('"jubilees"') });
});

describe('a programme of higher priority that comes second', () => {
  const first = async (id: string): Promise<void> => {
    await dispatch.post(visit(`${id}-low`, { touchpoint: 'anniversary' }, own(id)));
    await decider().turn(new Date(), 100);
    expect(await dispatch.decision(`${id}-low`)).toMatchObject({ reasonCode: 'SENDING' });
  };
  const second = async (id: string): Promise<void> => {
    await dispatch.post(visit(`${id}-high`, { touchpoint: 'jubilee' }, own(id)));
    await decider().turn(new Date(), 100);
  };

  test('gets the turn while the first message has not gone out, which is told as cancelled', async () => {
    const id = newId('second');
    await first(id);
    await second(id);
    expect(await dispatch.decision(`${id}-high`)).toMatchObject({ reasonCode: 'SENDING' });
    const displaced = await dispatch.decision(`${id}-low`);
    expect(displaced).toMatchObject({ outcome: 'displaced', reasonCode: 'DISPLACED', reason: expect.stringContaining(`${id}-high`), invitation: { status: 'cancelled' } });
    await eventually('told', () => dispatch.neighbours.heardOf(invitationProgressed).find((one) => one.id === displaced.invitation.id && one.progress === 'cancelled'));
  });

  test('waits while the first message is being sent, and comes too late once it is out', async () => {
    const id = newId('late');
    await first(id);
    await dispatch.sql("UPDATE invitation SET lease_until = now() + interval '1 minute' WHERE address = $1", [`${id}@example.com`]);
    await second(id);
    expect(await dispatch.decision(`${id}-high`)).toMatchObject({ outcome: 'pending', reasonCode: 'SLOT_UNCLEAR' });
    await dispatch.sql("UPDATE invitation SET status = 'sent', lease_until = NULL WHERE address = $1", [`${id}@example.com`]);
    await decider().turn(new Date(Date.now() + 10_000), 100);
    expect(await dispatch.decision(`${id}-high`)).toMatchObject({ outcome: 'contacted-too-recently' });
  });

  test('gets the turn although it waits for the morning itself', async () => {
    const id = newId('morning');
    await first(id);
    await dispatch.post(visit(`${id}-high`, { touchpoint: 'hushed-jubilee' }, own(id)));
    await dispatch.post(visit(`${id}-third`, { touchpoint: 'anniversary' }, own(id)));
    await decider().turn(new Date(), 100);
    expect(await dispatch.decision(`${id}-high`)).toMatchObject({ outcome: 'pending', reasonCode: 'QUIET_HOURS' });
    expect(await dispatch.decision(`${id}-low`)).toMatchObject({ outcome: 'displaced', reason: expect.stringContaining(`${id}-high`) });
    expect(await dispatch.decision(`${id}-third`)).toMatchObject({ outcome: 'displaced', reason: expect.stringContaining(`${id}-high`) });
  });

  test('gets the turn although it has to wait for its own moment, when the first message is about to go out', async () => {
    const id = newId('delayed');
    await first(id);
    await dispatch.post(visit(`${id}-high`, { touchpoint: 'jubilee-soon' }, own(id)));
    await dispatch.sql("UPDATE invitation SET next_attempt_at = now() + interval '1 hour' WHERE status = 'issued' AND address <> $1", [`${id}@example.com`]);
    const { app } = dispatch.app;
    const channels = app.get(Channels);
    const options = { dataSource: app.get(DataSource), outbox: app.get(Outbox), catalog: app.get(CatalogCopy), available: channels.available, leaseMs: 10_000, clock: () => new Date() };
    await new SendDue(channels.routeOf('email')!, options).turn();
    expect(await dispatch.decision(`${id}-low`)).toMatchObject({ outcome: 'displaced', reason: expect.stringContaining(`${id}-high`), invitation: { status: 'cancelled' } });
    expect(dispatch.mail.to(`${id}@example.com`)).toHaveLength(0);
  });

  test('is waited for when it falls due later, within the window, and would ask', async () => {
    const [asks, refuses] = [newId('asks'), newId('refuses')];
    await batch([visit(`${asks}-high`, { touchpoint: 'jubilee-soon' }, own(asks)), visit(`${asks}-low`, { touchpoint: 'anniversary' }, own(asks))]);
    await batch([visit(`${refuses}-high`, { touchpoint: 'jubilee-soon', unit: 'ashdod', occurredAt: at(100 * 24 * 3600) }, own(refuses)), visit(`${refuses}-low`, { touchpoint: 'anniversary' }, own(refuses))]);
    await decider().turn(new Date(), 100);
    expect(await dispatch.decision(`${asks}-low`)).toMatchObject({ outcome: 'displaced', reason: expect.stringContaining(`${asks}-high`) });
    expect(await dispatch.decision(`${refuses}-low`)).toMatchObject({ reasonCode: 'SENDING' });
  });
});

test('two programmes that meet over many customers at once never both win', async () => {
  const customers = Array.from({ length: 60 }, () => newId('both'));
  // Fifteen of the one, then fifteen of the other about the same customers: what the two claim at the same time belongs together.
  const since = (place: number, second: number): string => at(600 - Math.floor(place / 15) * 30 - second * 15 - (place % 15));
  await batch(customers.flatMap((customer, place) => [
    visit(`${customer}-low`, { touchpoint: 'anniversary', occurredAt: since(place, 0) }, own(customer)), visit(`${customer}-high`, { touchpoint: 'jubilee', occurredAt: since(place, 1) }, own(customer)),
  ]));
  const deciders = [decider(), decider()];
  for (let left = true; left; ) {
    const turns = await Promise.all(deciders.map((one) => one.turn(new Date(), 15)));
    left = turns.some(({ done }) => done > 0);
  }
  const rows = await dispatch.sql<{ high: number; low: number; standing: number }>(
    `SELECT count(*) FILTER (WHERE d.event_id LIKE '%-high' AND d.reason_code = 'SENDING')::int AS high, count(*) FILTER (WHERE d.event_id LIKE '%-low' AND d.outcome = 'displaced')::int AS low,
       count(i.id) FILTER (WHERE i.status <> 'cancelled')::int AS standing
     FROM decision d LEFT JOIN invitation i ON i.id = d.invitation WHERE d.customer_id = ANY ($1) GROUP BY d.customer_id`, [customers]);
  expect(rows).toHaveLength(60);
  expect(rows.filter(({ high, low, standing }) => high !== 1 || low !== 1 || standing !== 1)).toEqual([]);
});

test('the segment chooses the survey, the programme the language, and consent may be demanded', async () => {
  const id = newId('members');
  const member = (name: string, customer: object) => visit(`${id}-${name}`, { touchpoint: 'members' }, { segment: 'member', consent: { email: true }, ...customer });
  await batch([member('asked', { language: 'ru' }), member('silent', { consent: {} }), member('other', { segment: 'guest' }), member('prospect', { segment: 'prospect' })]);
  await decider().turn(new Date(), 100);
  const outcomes = await Promise.all(['asked', 'silent', 'other', 'prospect'].map((name) => dispatch.decision(`${id}-${name}`)));
  expect(outcomes.map((one) => [one.outcome, one.reasonCode])).toEqual([['pending', 'SENDING'], ['no-consent', 'CONSENT_MISSING'], ['outside-policy', 'SEGMENT'], ['outside-policy', 'PROSPECT']]);
  expect(await dispatch.sql('SELECT language, placement FROM invitation WHERE id = $1', [outcomes[0].invitation.id])).toMatchObject([{ language: 'he', placement: { survey: 7, segment: 'member', selection: { method: 'everyone' } } }]);
});

test('the most valuable of a period get the places of the quota, whoever decides, each person served their own', async () => {
  const id = newId('few');
  const worth = (n: number, servedBy: string) => visit(`${id}-${servedBy}-${n}`, { touchpoint: 'few', value: { amount: n, currency: 'ILS' }, servedBy: { id: `${id}-${servedBy}` } });
  const values = [30, 10, 60, 20, 50, 40];
  for (const servedBy of ['a', 'b']) {
    for (const n of values) {
      await dispatch.post(worth(n, servedBy));
      await decider().turn(new Date(), 100);
    }
  }
  expect(await dispatch.decision(`${id}-a-60`)).toMatchObject({ outcome: 'pending', reasonCode: 'QUOTA_OPEN' });
  const deciders = [decider(), decider()];
  const tomorrow = Date.now() + 26 * 3600 * 1000;
  // Small groups, so that none sees all of them; those who are outbid look again after a second.
  for (let turn = 0; turn < 12; turn++) await Promise.all(deciders.map((one) => one.turn(new Date(tomorrow + turn * 2000), 3)));
  for (const servedBy of ['a', 'b']) {
    const outcomes = await Promise.all(values.map((n) => dispatch.decision(`${id}-${servedBy}-${n}`)));
    expect(outcomes.map((one, place) => [values[place], one.reasonCode])).toEqual([[30, 'QUOTA'], [10, 'QUOTA'], [60, 'SENDING'], [20, 'QUOTA'], [50, 'SENDING'], [40, 'QUOTA']]);
  }
  expect(await dispatch.sql("SELECT DISTINCT placement -> 'selection' ->> 'method' AS method FROM invitation WHERE placement ->> 'programme' = 'few'")).toEqual([{ method: 'value-quota' }]);
});

test('a touchpoint that this copy of the catalogue does not know waits, and holds nobody up', async () => {
  const [lost, other] = [newId('lost'), newId('other')];
  await batch([visit(lost, {}), visit(other, {})]);
  await dispatch.sql("UPDATE decision SET touchpoint = 'vanished' WHERE event_id = $1", [lost]);
  await decider().turn(new Date(), 100);
  expect(await dispatch.decision(lost)).toMatchObject({ outcome: 'pending', reasonCode: 'CATALOG_BEHIND' });
  expect(await dispatch.decision(other)).toMatchObject({ reasonCode: 'SENDING' });
});
