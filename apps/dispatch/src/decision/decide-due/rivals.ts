import type { Programme, Touchpoint } from '@candor/catalog-copy';
import type { EntityManager } from 'typeorm';
import type { DecisionState, Verdict } from '../decide.ts';
import type { Policy } from '../policy.ts';
import type { Rival } from '../slot.ts';

/** An interaction that waits for its moment, and whose programme would go before that of others. */
export interface Upcoming {
  source: string;
  event_id: string;
  person: string;
  touchpoint: string;
  unit: string;
  occurred_at: Date;
  accepted_at: Date;
  due_at: Date;
}

const READ = `
  SELECT source, event_id, person, touchpoint, unit, occurred_at, accepted_at, due_at FROM decision
  WHERE person = ANY ($1) AND outcome = 'pending' AND invitation IS NULL AND due_at > $2 AND touchpoint = ANY ($3) ORDER BY due_at, id`;
const DAY_MS = 24 * 3600 * 1000;

/** Touchpoints of programmes that go before one of these and may take its turn. One with a quota is none of them: whether it will ask cannot be said beforehand. */
export function rivalTouchpoints(programmes: readonly Programme[], touchpoints: readonly Touchpoint[], involved: readonly Programme[]): string[] {
  const limited = [...new Set(involved)].filter((one) => one.frequency !== null);
  const rivals = new Set(programmes.filter((one) => one.frequency !== null && !one.quota && limited.some((other) => one.kind === other.kind && one.priority > other.priority)).map(({ key }) => key));
  return touchpoints.filter(({ programme }) => rivals.has(programme)).map(({ key }) => key);
}

/** By person: what waits at these touchpoints, soonest first. */
export async function upcoming(tx: Pick<EntityManager, 'query'>, persons: readonly string[], touchpoints: readonly string[], now: Date): Promise<Map<string, Upcoming[]>> {
  if (touchpoints.length === 0 || persons.length === 0) return new Map();
  const rows: Upcoming[] = await tx.query(READ, [persons, now, touchpoints]);
  return Map.groupBy(rows, (row) => row.person);
}

/**
 * The first of these that would find the customer's turn taken if somebody asked now, and that would ask itself as far as is known.
 * @param judge what would be decided about it at its moment if nobody asked before.
 */
export function rivalOf(policy: Policy, candidates: readonly { upcoming: Upcoming; state: DecisionState }[], now: Date, judge: (state: DecisionState, at: Date) => Verdict): Rival | null {
  for (const { upcoming: one, state } of candidates) {
    const { programme, kind, priority, frequencyDays } = state.policy;
    if (kind !== policy.kind || priority <= policy.priority || frequencyDays === null) continue;
    if (one.due_at.getTime() - now.getTime() >= frequencyDays * DAY_MS) continue;
    const { outcome } = judge(state, one.due_at > now ? one.due_at : now);
    if (outcome === 'invited' || outcome === 'pending') return { programme, source: one.source, id: one.event_id, due: one.due_at };
  }
  return null;
}
