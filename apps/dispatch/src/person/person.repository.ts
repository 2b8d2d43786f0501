import { outgoing, type Outgoing } from '@candor/messaging';
import { personKnown } from '@candor/contracts';
import type { EntityManager } from 'typeorm';
import { v4 as randomUuid } from 'uuid';
import { erasuresOf } from './erasure.repository.ts';
import { customerOf, mergeStatement, type Facts, type Statement } from './person.ts';

export interface Said extends Statement {
  correlation?: string | undefined;
}
interface Row {
  id: string;
  customer_id: string;
  facts: Facts;
  /** Made just now: nobody has been told of them. */
  added?: true;
}

/** In the order of customer ids, as everywhere: transactions that lock several customers never wait for each other in a circle. */
const LOCK = 'SELECT id, customer_id, facts FROM person WHERE customer_id = ANY ($1) ORDER BY customer_id FOR UPDATE';
const INSERT = `
  INSERT INTO person (id, customer_id, facts, changed_at)
  SELECT r.id, r.customer_id, '{}', $2 FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, customer_id text) ORDER BY r.customer_id
  ON CONFLICT (customer_id) DO NOTHING RETURNING id, customer_id, facts`;
const UPDATE = `
  UPDATE person p SET facts = r.facts, changed_at = $2 FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, facts jsonb) WHERE p.id = r.id`;

/**
 * Merges statements into the persons they are about, who stay locked to the end of the transaction; unknown customers get a random person id.
 * What was true before a customer was erased stays forgotten.
 * @returns the person id by customer id, of whom something new was said, and what to tell others.
 */
export async function mergePeople(tx: EntityManager, statements: readonly Said[], now: Date): Promise<{ persons: Map<string, string>; changed: Set<string>; events: Outgoing[] }> {
  const byCustomer = Map.groupBy(statements, (statement) => statement.customer.id);
  const rows = await lockPeople(tx, [...byCustomer.keys()], now);
  const wasErased = await erasuresOf(tx, byCustomer.keys());
  const persons = new Map(rows.map((row) => [row.customer_id, row.id]));
  const moved: { id: string; facts: Facts }[] = [];
  const changed = new Set<string>();
  const events: Outgoing[] = [];
  for (const row of rows) {
    const said = (byCustomer.get(row.customer_id) ?? []).filter(({ at }) => !wasErased(row.customer_id, at));
    const merged = mergeAll(row.facts, said);
    if (merged.moved) moved.push({ id: row.id, facts: merged.facts });
    if (!merged.changed && !row.added) continue;
    changed.add(row.customer_id);
    const correlation = said.at(-1)?.correlation;
    events.push(outgoing(personKnown, { person: row.id, ...customerOf(row.customer_id, merged.facts), changedAt: now.toISOString() }, correlation === undefined ? {} : { correlation }) as Outgoing);
  }
  if (moved.length > 0) await tx.query(UPDATE, [JSON.stringify(moved), now]);
  return { persons, changed, events };
}

async function lockPeople(tx: EntityManager, customers: string[], now: Date): Promise<Row[]> {
  const known: Row[] = await tx.query(LOCK, [customers]);
  const missing = without(customers, known);
  if (missing.length === 0) return known;
  const added: Row[] = await tx.query(INSERT, [JSON.stringify(missing.map((customer_id) => ({ id: randomUuid(), customer_id }))), now]);
  const raced = without(missing, added);
  // Somebody else made them since we looked.
  return [...known, ...added.map((row) => ({ ...row, added: true as const })), ...(raced.length > 0 ? ((await tx.query(LOCK, [raced])) as Row[]) : [])];
}

const without = (customers: string[], rows: Row[]): string[] => {
  const found = new Set(rows.map((row) => row.customer_id));
  return customers.filter((customer) => !found.has(customer));
};

function mergeAll(facts: Facts, statements: readonly Statement[]): { facts: Facts; changed: boolean; moved: boolean } {
  let result = { facts, changed: false, moved: false };
  for (const statement of statements) {
    const step = mergeStatement(result.facts, statement);
    result = { facts: step.facts, changed: result.changed || step.changed, moved: result.moved || step.moved };
  }
  return result;
}
