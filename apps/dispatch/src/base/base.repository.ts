import type { FieldError } from '@candor/http';
import type { Outbox } from '@candor/messaging';
import type { EntityManager } from 'typeorm';
import { erasuresOf } from '../person/erasure.repository.ts';
import { mergePeople } from '../person/person.repository.ts';
import type { BaseStatement } from './statement.ts';

export type StoredAs = { kind: 'created' | 'changed' | 'unchanged' } | { kind: 'refused'; errors: FieldError[] };
export interface WhoSays {
  /** Units that may be written to; null: all. */
  visible: ReadonlySet<string> | null;
  hasUnit: (key: string) => boolean;
  correlation?: string | undefined;
}
interface Member {
  person: string;
  unit: string;
  value: number | null;
  currency: string | null;
  left_at: Date | null;
  said_at: Date;
}

/** In the order of customer ids, as everywhere. */
const UNITS = `
  SELECT p.customer_id, b.unit FROM person p JOIN base_member b ON b.person = p.id WHERE p.customer_id = ANY ($1) ORDER BY p.customer_id FOR UPDATE OF p`;
const READ = 'SELECT person, unit, value, currency, left_at, said_at FROM base_member WHERE person = ANY ($1)';
const WRITE = `
  INSERT INTO base_member (person, unit, value, currency, left_at, said_at)
  SELECT r.person, r.unit, r.value, r.currency, r.left_at, $2
  FROM jsonb_to_recordset($1::jsonb) AS r(person uuid, unit text, value float8, currency text, left_at timestamptz)
  ON CONFLICT (person) DO UPDATE SET unit = excluded.unit, value = excluded.value, currency = excluded.currency, left_at = excluded.left_at, said_at = excluded.said_at`;

/**
 * Stores what was said of some customers at one time, in a handful of statements for all of them. Of two statements the later in time holds, in whatever order they come; of two about one
 * customer here the last.
 * @returns what became of each, in their order.
 */
export async function storeStatements(tx: EntityManager, outbox: Outbox, statements: readonly BaseStatement[], at: Date, who: WhoSays, now: Date): Promise<StoredAs[]> {
  const ids = statements.map(({ customer }) => customer.id);
  const elsewhere = who.visible === null ? new Set<string>() : await membersElsewhere(tx, ids, who.visible);
  const wasErased = await erasuresOf(tx, ids);
  const refusals = statements.map(({ customer: { id }, unit }): FieldError | null => {
    if (!who.hasUnit(unit)) return { field: 'unit', message: `there is no unit "${unit}"` };
    if (who.visible && !who.visible.has(unit)) return { field: 'unit', message: `the unit "${unit}" is not among those of this key` };
    if (elsewhere.has(id)) return { field: 'id', message: 'belongs to a unit that is not among those of this key' };
    return wasErased(id, at) ? { field: 'id', message: 'asked to be forgotten after this was true' } : null;
  });
  const taken = statements.filter((_, place) => refusals[place] === null);
  if (taken.length === 0) return refusals.map((error) => ({ kind: 'refused', errors: [error!] }));

  const people = await mergePeople(tx, taken.map(({ customer, account }) => ({ customer, account, at, correlation: who.correlation })), now);
  const last = new Map(taken.map((one) => [one.customer.id, one]));
  const known = new Map(((await tx.query(READ, [[...people.persons.values()]])) as Member[]).map((row) => [row.person, row]));
  const wanted = [...last.values()].map((one) => memberOf(people.persons.get(one.customer.id)!, one));
  const moved = wanted.filter((one) => !known.has(one.person) || known.get(one.person)!.said_at < at || (known.get(one.person)!.said_at <= at && !same(known.get(one.person)!, one)));
  if (moved.length > 0) await tx.query(WRITE, [JSON.stringify(moved), at]);
  await outbox.append(tx, people.events);

  const differing = new Set(moved.filter((one) => !known.has(one.person) || !same(known.get(one.person)!, one)).map(({ person }) => person));
  return statements.map((one, place): StoredAs => {
    const refusal = refusals[place];
    if (refusal) return { kind: 'refused', errors: [refusal] };
    const { id } = one.customer;
    const person = people.persons.get(id)!;
    if (last.get(id) !== one) return { kind: 'unchanged' };
    if (!known.has(person)) return { kind: 'created' };
    return { kind: people.changed.has(id) || differing.has(person) ? 'changed' : 'unchanged' };
  });
}

async function membersElsewhere(tx: EntityManager, ids: readonly string[], visible: ReadonlySet<string>): Promise<Set<string>> {
  const rows: { customer_id: string; unit: string }[] = await tx.query(UNITS, [ids]);
  return new Set(rows.filter(({ unit }) => !visible.has(unit)).map((row) => row.customer_id));
}

const memberOf = (person: string, { unit, value, until }: BaseStatement): Omit<Member, 'said_at'> => ({
  person, unit, value: value?.amount ?? null, currency: value?.currency ?? null, left_at: until ?? null,
});
const same = (a: Omit<Member, 'said_at'>, b: Omit<Member, 'said_at'>): boolean =>
  a.unit === b.unit && a.value === b.value && a.currency === b.currency && a.left_at?.getTime() === b.left_at?.getTime();
