import { CatalogCopy } from '@candor/catalog-copy';
import { Outbox } from '@candor/messaging';
import { everybody, newId, startDispatch, visit, type Dispatch } from '../../../test/start-dispatch.ts';
import { Channels } from '../../channel/channels.ts';
import { Loops } from '../../timer/loops.ts';
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

test('the programme of higher priority goes first among what is due together', async () => {
  const id = newId('priority');
  const customer = { id, email: `${id}@example.com` };
  await batch([visit(`${id}-low`, { touchpoint: 'anniversary', occurredAt: new Date(Date.now() - 5000).toISOString() }, customer), visit(`${id}-high`, { touchpoint: 'jubilee' }, customer)]);
  await decider().turn(new Date(), 100);
  expect(await dispatch.decision(`${id}-high`)).toMatchObject({ reasonCode: 'SENDING' });
  expect(await dispatch.decision(`${id}-low`)).toMatchObject({ outcome: 'contacted-too-recently' });
});

test('a touchpoint that this copy of the catalogue does not know waits, and holds nobody up', async () => {
  const [lost, other] = [newId('lost'), newId('other')];
  await batch([visit(lost, {}), visit(other, {})]);
  await dispatch.sql("UPDATE decision SET touchpoint = 'vanished' WHERE event_id = $1", [lost]);
  await decider().turn(new Date(), 100);
  expect(await dispatch.decision(lost)).toMatchObject({ outcome: 'pending', reasonCode: 'CATALOG_BEHIND' });
  expect(await dispatch.decision(other)).toMatchObject({ reasonCode: 'SENDING' });
});
