import type { EntityManager } from 'typeorm';
import type { ChannelAddress } from '../decision/decision-state.ts';
import { EXCLUSION_REASONS, type ExclusionReason } from './exclusion.ts';

/** Why a customer is excluded, by their id or by one of their addresses; null: they are not. */
export type ExclusionOf = (customer: string, addresses: readonly ChannelAddress[]) => ExclusionReason | null;

const FIND = `
  SELECT e.kind, e.value, e.reason FROM unnest($1::text[], $2::text[]) AS a(kind, value)
  JOIN exclusion e ON e.kind = a.kind AND e.value = a.value WHERE e.removed_at IS NULL`;

/** Looks up many customers at once. */
export async function exclusionsOf(db: Pick<EntityManager, 'query'>, customers: Iterable<{ id: string; addresses: readonly ChannelAddress[] }>): Promise<ExclusionOf> {
  const wanted = new Map([...customers].flatMap(({ id, addresses }) => subjects(id, addresses)).map((one) => [one.join(' '), one]));
  const [kinds, values] = [[...wanted.values()].map(([kind]) => kind), [...wanted.values()].map(([, value]) => value)];
  if (kinds.length === 0) return () => null;
  const rows: { kind: string; value: string; reason: ExclusionReason }[] = await db.query(FIND, [kinds, values]);
  if (rows.length === 0) return () => null;
  const reasons = Map.groupBy(rows, (row) => `${row.kind} ${row.value}`);
  return (customer, addresses) => {
    const found = subjects(customer, addresses).flatMap((one) => reasons.get(one.join(' ')) ?? []);
    // Of several the gravest is told: that of the dead before that of a list.
    return EXCLUSION_REASONS.findLast((reason) => found.some((row) => row.reason === reason)) ?? null;
  };
}

const subjects = (customer: string, addresses: readonly ChannelAddress[]): [kind: string, value: string][] => [
  ['customer', customer], ...addresses.map(({ channel, address }): [string, string] => [channel === 'email' ? 'email' : 'phone', address]),
];
