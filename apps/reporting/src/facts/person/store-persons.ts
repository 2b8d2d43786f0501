import { personKnown } from '@candor/contracts';
import { isEvent, type Received } from '@candor/messaging';
import type { EntityManager } from 'typeorm';

/** The customer's id by person, or null where the person was erased; the last word of a batch counts. */
function customersIn(events: readonly Received[]): Map<string, string | null> {
  const customers = new Map<string, string | null>();
  for (const event of events) {
    if (isEvent(event, personKnown)) customers.set(event.data.person, event.data.customer.id);
    else if (event.tombstone && !event.key.startsWith('staff/')) customers.set(event.key, null);
  }
  return customers;
}

/** Keeps the enterprise's own customer id beside each fact about them, and takes it away again when the person is erased. */
export async function storePersons(tx: EntityManager, events: readonly Received[]): Promise<void> {
  const customers = [...customersIn(events)].sort(([a], [b]) => (a < b ? -1 : 1));
  if (customers.length === 0) return;
  const values = [customers.map(([person]) => person), customers.map(([, customer]) => customer)];
  await tx.query(
    `INSERT INTO person (person, customer) SELECT * FROM unnest($1::uuid[], $2::text[]) ON CONFLICT (person) DO UPDATE SET customer = excluded.customer`,
    values,
  );
  for (const table of ['answer', 'decision', 'follow_up']) {
    await tx.query(
      `UPDATE ${table} AS f SET customer = p.customer FROM unnest($1::uuid[], $2::text[]) AS p(person, customer)
       WHERE f.person = p.person AND f.customer IS DISTINCT FROM p.customer`,
      values,
    );
  }
}
