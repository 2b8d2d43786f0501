import type { EntityManager } from 'typeorm';
import type { Facts } from '../../person/person.ts';
import type { StoredInteraction } from '../decision.entity.ts';

/** A pending decision whose moment has come. */
export interface DueDecision {
  id: string;
  source: string;
  event_id: string;
  person: string;
  customer_id: string;
  touchpoint: string;
  unit: string;
  occurred_at: Date;
  accepted_at: Date;
  quota_granted: boolean;
  interaction: StoredInteraction;
  correlation: string | null;
}

/** Rows that another instance is deciding are passed over, not waited for. */
const CLAIM = `
  SELECT id, source, event_id, person, customer_id, touchpoint, unit, occurred_at, accepted_at, quota_granted, interaction, correlation FROM decision
  WHERE outcome = 'pending' AND invitation IS NULL AND due_at <= $1 ORDER BY due_at LIMIT $2 FOR UPDATE SKIP LOCKED`;
const LOCK_PEOPLE = 'SELECT id, facts FROM person WHERE customer_id = ANY ($1) ORDER BY customer_id FOR UPDATE';
const NEXT_DUE = "SELECT min(due_at) AS at FROM decision WHERE outcome = 'pending' AND invitation IS NULL";

export const claimDue = (tx: EntityManager, now: Date, limit: number): Promise<DueDecision[]> => tx.query(CLAIM, [now, limit]);

/**
 * Locks the customers to the end of the transaction: whoever else decides about one of them waits, and then sees what was decided here.
 * @returns what is known of each, by person id.
 */
export async function lockCustomers(tx: EntityManager, due: readonly DueDecision[]): Promise<Map<string, Facts>> {
  const rows: { id: string; facts: Facts }[] = await tx.query(LOCK_PEOPLE, [[...new Set(due.map((one) => one.customer_id))]]);
  return new Map(rows.map((row) => [row.id, row.facts]));
}

export async function nextDue(db: Pick<EntityManager, 'query'>): Promise<Date | null> {
  const [row]: { at: Date | null }[] = await db.query(NEXT_DUE);
  return row?.at ?? null;
}
