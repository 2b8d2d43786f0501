import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';

type Queries = Pick<EntityManager, 'query'>;

const FIND = 'SELECT customer_hash, erased_at FROM erasure WHERE customer_hash = ANY ($1::bytea[])';
const ADD = `
  INSERT INTO erasure (customer_hash, erased_at, by) VALUES ($1, $2, $3)
  ON CONFLICT (customer_hash) DO UPDATE SET erased_at = greatest(erasure.erased_at, excluded.erased_at), by = excluded.by`;

/** By the ids of customers who were erased at some time: whether what was true at a moment has been erased since. */
export type WasErased = (customer: string, at: Date) => boolean;

/** Looks up many customers at once. */
export async function erasuresOf(db: Queries, customers: Iterable<string>): Promise<WasErased> {
  const byHash = new Map([...new Set(customers)].map((customer) => [hashOf(customer).toString('hex'), customer]));
  if (byHash.size === 0) return () => false;
  const rows: { customer_hash: Buffer; erased_at: Date }[] = await db.query(FIND, [[...byHash.keys()].map((hash) => `\\x${hash}`)]);
  const erasedAt = new Map(rows.map((row) => [byHash.get(row.customer_hash.toString('hex')), row.erased_at]));
  return (customer, at) => {
    const erased = erasedAt.get(customer);
    return erased !== undefined && at <= erased;
  };
}

export async function noteErasure(db: Queries, customer: string, by: string, now: Date): Promise<void> {
  await db.query(ADD, [hashOf(customer), now, by]);
}

const hashOf = (customer: string): Buffer => createHash('sha256').update(customer).digest();
