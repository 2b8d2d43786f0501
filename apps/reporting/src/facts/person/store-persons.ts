import { personKnown } from '@candor/contracts';
import { isEvent, type Received } from '@candor/messaging';
import type { EntityManager } from 'typeorm';

interface Known {
  customer: string;
  since: string | null;
  role: string | null;
}

/** What is known of each person, or null where they were erased; the last word of a batch counts. */
function customersIn(events: readonly Received[]): Map<string, Known | null> {
  const customers = new Map<string, Known | null>();
  for (const event of events) {
    if (isEvent(event, personKnown)) {
      const { person, customer, account } = event.data;
      customers.set(person, { customer: customer.id, since: customer.since?.slice(0, 10) ?? null, role: account?.role ?? null });
    } else if (event.tombstone && !event.key.startsWith('staff/')) customers.set(event.key, null);
  }
  return customers;
}

/** Keeps the enterprise's own customer id beside each fact about them, and takes it away again when the person is erased. */
export async function storePersons(tx: EntityManager, events: readonly Received[]): Promise<void> {
  const customers = [...customersIn(events)].sort(([a], [b]) => (a < b ? -1 : 1));
  if (customers.length === 0) return;
  const values = [customers.map(([person]) => person), customers.map(([, known]) => known?.customer ?? null)];
  await tx.query(
    `INSERT INTO person (person, customer, since, account_role) SELECT * FROM unnest($1::uuid[], $2::text[], $3::date[], $4::text[])
     ON CONFLICT (person) DO UPDATE SET customer = excluded.customer, since = excluded.since, account_role = excluded.account_role`,
    [...values, customers.map(([, known]) => known?.since ?? null), customers.map(([, known]) => known?.role ?? null)],
  );
  for (const table of ['answer', 'decision', 'follow_up']) {
    await tx.query(
      `UPDATE ${table} AS f SET customer = p.customer FROM unnest($1::uuid[], $2::text[]) AS p(person, customer)
       WHERE f.person = p.person AND f.customer IS DISTINCT FROM p.customer`,
      values,
    );
  }
}
