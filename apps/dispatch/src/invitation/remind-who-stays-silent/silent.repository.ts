import type { Channel } from '@candor/contracts';
import type { EntityManager } from 'typeorm';
import type { Facts } from '../../person/person.ts';
import type { Followed, FollowUp } from '../follow-up.ts';
import type { Placement } from '../invitation.ts';

/** An invitation whose customer has not answered, at a time at which something may be due. */
export interface Silent {
  id: string;
  status: Followed['status'];
  channel: Channel;
  address: string;
  placement: Placement;
  time_zone: string;
  expires_at: Date;
  sent_at: Date | null;
  delivered_at: Date | null;
  answered: boolean;
  matured: boolean;
  follow_up: FollowUp;
  /** null: erased. */
  customer_id: string | null;
  facts: Facts;
}
/** What a look has come to. */
export interface Looked {
  id: string;
  status: Followed['status'];
  channel: Channel;
  address: string;
  follow_up: FollowUp;
  /** null: nothing is to be sent. */
  next_attempt_at: Date | null;
  remind_at: Date | null;
}

/** Somebody who is just being called is looked at when that is over. Rows that another instance looks at are passed over. */
const CLAIM = `
  SELECT i.id, i.person FROM invitation i WHERE i.remind_at <= $1 AND (i.status <> 'issued' OR i.lease_until IS NULL)
  ORDER BY i.remind_at LIMIT $2 FOR UPDATE SKIP LOCKED`;
/** Whoever decides about one of these customers, or forgets them, waits, and sees what was done here. */
const LOCK_PEOPLE = 'SELECT 1 FROM person WHERE id = ANY ($1) ORDER BY id FOR UPDATE';
const READ = `
  SELECT i.id, i.status, i.channel, i.address, i.placement, i.time_zone, i.expires_at, i.sent_at, i.delivered_at, i.answered, i.matured, i.follow_up, p.customer_id, p.facts
  FROM invitation i JOIN person p ON p.id = i.person WHERE i.id = ANY ($1)`;
const STORE = `
  UPDATE invitation i SET status = r.status, channel = r.channel, address = r.address, follow_up = r.follow_up, remind_at = r.remind_at,
    next_attempt_at = coalesce(r.next_attempt_at, i.next_attempt_at), last_error = CASE WHEN r.next_attempt_at IS NULL THEN i.last_error END,
    repeats = CASE WHEN r.next_attempt_at IS NULL THEN i.repeats ELSE 0 END
  FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, status text, channel text, address text, follow_up jsonb, next_attempt_at timestamptz, remind_at timestamptz) WHERE i.id = r.id`;
const NEXT = 'SELECT min(remind_at) AS at FROM invitation WHERE remind_at IS NOT NULL';

/** Locked to the end of the transaction, with their customers. */
export async function claimSilent(tx: EntityManager, now: Date, limit: number): Promise<Silent[]> {
  const claimed: { id: string; person: string }[] = await tx.query(CLAIM, [now, limit]);
  if (claimed.length === 0) return [];
  await tx.query(LOCK_PEOPLE, [[...new Set(claimed.map(({ person }) => person))]]);
  return tx.query(READ, [claimed.map(({ id }) => id)]);
}

export async function storeLooked(tx: EntityManager, looked: readonly Looked[]): Promise<void> {
  await tx.query(STORE, [JSON.stringify(looked)]);
}

export async function nextLook(db: Pick<EntityManager, 'query'>): Promise<Date | null> {
  const [row]: { at: Date | null }[] = await db.query(NEXT);
  return row?.at ?? null;
}

export const followedOf = (row: Silent): Followed & { followUp: FollowUp } => ({
  status: row.status, channel: row.channel, address: row.address, expiresAt: row.expires_at, sentAt: row.sent_at, deliveredAt: row.delivered_at, answered: row.answered, matured: row.matured,
  followUp: row.follow_up,
});
