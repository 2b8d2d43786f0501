import type { Channel } from '@candor/contracts';
import type { EntityManager } from 'typeorm';
import type { Facts } from '../../person/person.ts';
import type { FollowUp } from '../../invitation/follow-up.ts';
import type { Placement } from '../../invitation/invitation.ts';
import { UNREACHED, type CallState, type Unreached } from './call-state.ts';

type Queries = Pick<EntityManager, 'query'>;

/** A call under a lock. */
export interface LockedCall {
  providerId: string;
  invitation: string;
  state: CallState;
  /** What was pressed last. */
  score: number | null;
}
/** Whom a call is made to, and about what. */
export interface CallOrder {
  invitation: string;
  address: string;
  language: string;
  placement: Placement;
  timeZone: string;
  unit: string;
  expiresAt: Date;
  /** Another message about the same came before. */
  reminder: boolean;
  /** Of the present message. */
  channel: Channel;
  followUp: FollowUp | null;
  facts: Facts;
}

interface Row {
  provider_id: string;
  invitation: string;
  stage: CallState['stage'];
  ending: CallState['end'];
  score: number | null;
  ended_at: Date | null;
}

const ADD = `
  INSERT INTO call (provider_id, invitation, stage, began_at)
  SELECT $1, id, 'under-way', $3 FROM invitation WHERE id = $2 AND channel = 'voice' ON CONFLICT (provider_id) DO NOTHING`;
const LOCK = 'SELECT provider_id, invitation, stage, ending, score, ended_at FROM call WHERE provider_id = $1 FOR UPDATE';
const UPDATE = 'UPDATE call SET stage = $2, ending = $3, ended_at = $4, score = $5 WHERE provider_id = $1';
const UNREACHED_CALLS = 'SELECT ending FROM call WHERE invitation = $1 AND ending = ANY ($2) ORDER BY began_at, provider_id';
const ORDER = `
  SELECT i.id AS invitation, i.address, i.language, i.placement, i.time_zone AS "timeZone", d.unit, i.expires_at AS "expiresAt", coalesce(jsonb_array_length(i.follow_up -> 'earlier'), 0) > 0 AS reminder, i.channel, i.follow_up AS "followUp", p.facts
  FROM invitation i JOIN decision d ON d.id = i.decision JOIN person p ON p.id = i.person WHERE i.id = $1`;
/** One more attempt than was claimed: whoever is just noting that this call was made comes too late. */
const CALL_AGAIN = "UPDATE invitation SET next_attempt_at = $2, last_error = $3, lease_until = NULL, attempts = attempts + 1 WHERE id = $1 AND status = 'issued'";

/** The call that the provider speaks of, to the end of the transaction; it is known from the first word about it. @returns undefined if it is another invitation's, or of none */
export async function lockCall(tx: EntityManager, providerId: string, invitation: string, now: Date): Promise<LockedCall | undefined> {
  await tx.query(ADD, [providerId, invitation, now]);
  const [row]: Row[] = await tx.query(LOCK, [providerId]);
  if (!row || row.invitation !== invitation) return undefined;
  return { providerId: row.provider_id, invitation: row.invitation, state: { stage: row.stage, end: row.ending, endedAt: row.ended_at }, score: row.score };
}

export async function storeCall(tx: EntityManager, { providerId, state, score }: LockedCall): Promise<void> {
  await tx.query(UPDATE, [providerId, state.stage, state.end, state.endedAt, score]);
}

/** How the calls about one invitation that reached nobody ended, oldest first. */
export async function unreachedCalls(tx: EntityManager, invitation: string): Promise<Unreached[]> {
  const rows: { ending: Unreached }[] = await tx.query(UNREACHED_CALLS, [invitation, [...UNREACHED]]);
  return rows.map(({ ending }) => ending);
}

export async function callOrder(db: Queries, invitation: string): Promise<CallOrder> {
  const [row]: CallOrder[] = await db.query(ORDER, [invitation]);
  if (!row) throw new Error(`The invitation ${invitation} is gone`);
  return row;
}

export async function setNextCall(tx: EntityManager, invitation: string, at: Date, why: string): Promise<void> {
  await tx.query(CALL_AGAIN, [invitation, at, why]);
}
