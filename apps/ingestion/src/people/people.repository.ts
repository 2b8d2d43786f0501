import type { DataOf, personKnown, staffKnown } from '@candor/contracts';
import type { EntityManager } from 'typeorm';

type Queries = Pick<EntityManager, 'query'>;

/** Every customer of the enterprise passes here; a row that says the same already is not written again. */
const PUT_CUSTOMERS = `
  INSERT INTO known_customer AS k (person, customer_id, name) SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[])
  ON CONFLICT (person) DO UPDATE SET customer_id = excluded.customer_id, name = excluded.name
  WHERE (k.customer_id, k.name) IS DISTINCT FROM (excluded.customer_id, excluded.name)`;
const PUT_STAFF = `
  INSERT INTO known_staff AS k (id, name) SELECT * FROM unnest($1::text[], $2::text[])
  ON CONFLICT (id) DO UPDATE SET name = excluded.name WHERE k.name <> excluded.name`;

export async function keepCustomers(tx: Queries, known: readonly DataOf<typeof personKnown>[]): Promise<void> {
  if (known.length === 0) return;
  const sorted = known.toSorted((a, b) => (a.person < b.person ? -1 : 1));
  await tx.query(PUT_CUSTOMERS, [sorted.map(({ person }) => person), sorted.map(({ customer }) => customer.id), sorted.map(({ customer }) => customer.name ?? null)]);
}

export async function keepStaff(tx: Queries, known: readonly DataOf<typeof staffKnown>[]): Promise<void> {
  if (known.length === 0) return;
  const sorted = known.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  await tx.query(PUT_STAFF, [sorted.map(({ id }) => id), sorted.map(({ name }) => name)]);
}

export async function forgetPeople(tx: Queries, people: readonly string[], staff: readonly string[]): Promise<void> {
  if (people.length > 0) await tx.query('DELETE FROM known_customer WHERE person = ANY ($1::uuid[])', [people]);
  if (staff.length > 0) await tx.query('DELETE FROM known_staff WHERE id = ANY ($1)', [staff]);
}
