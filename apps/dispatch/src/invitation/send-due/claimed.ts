import type { Channel } from '@candor/contracts';
import type { Receipt } from '@candor/messaging';
import type { EntityManager } from 'typeorm';
import type { ChannelAddress } from '../../decision/decision-state.ts';
import { addressKey } from '../../person/address.ts';
import type { Facts } from '../../person/person.ts';
import type { Placement } from '../invitation.ts';

type Queries = Pick<EntityManager, 'query'>;

/** An invitation whose message this instance is to send. */
export interface Claimed {
  id: string;
  person: string;
  channel: Channel;
  address: string;
  token: string;
  language: string;
  placement: Placement;
  time_zone: string;
  unit: string;
  occurred_at: Date;
  expires_at: Date;
  receipt: [stream: number, number: string][] | null;
  attempts: number;
  repeats: number;
  /** How many messages about the same came before; 0: this is the first. */
  reminder: number;
  /** Where these went. */
  earlier: ChannelAddress[];
  correlation: string | null;
  /** null: erased. */
  customer_id: string | null;
  facts: Facts;
}

/** A lease that is still set has outlived its holder: what became of that attempt is not known. */
const CLAIM = `
  WITH due AS (
    SELECT id FROM invitation WHERE status = 'issued' AND next_attempt_at <= $1 AND (lease_until IS NULL OR lease_until <= $1) AND channel = $2
    ORDER BY next_attempt_at LIMIT $3 FOR UPDATE SKIP LOCKED
  ), claimed AS (
    UPDATE invitation i SET lease_until = $4, attempts = i.attempts + 1, repeats = i.repeats + (i.lease_until IS NOT NULL)::integer
    FROM due WHERE i.id = due.id RETURNING i.*
  )
  SELECT c.id, c.person, c.channel, c.address, c.token, c.language, c.placement, c.time_zone, d.unit, c.occurred_at, c.expires_at, c.receipt, c.attempts, c.repeats, coalesce(jsonb_array_length(c.follow_up -> 'earlier'), 0) AS reminder, coalesce(c.follow_up -> 'earlier', '[]') AS earlier, d.correlation, p.customer_id, p.facts
  FROM claimed c JOIN decision d ON d.id = c.decision JOIN person p ON p.id = c.person ORDER BY c.next_attempt_at`;
/** `attempts` names the claim: whoever lost the lease meanwhile changes nothing. */
const PUT_BACK = `
  UPDATE invitation i SET lease_until = NULL, next_attempt_at = r.at, last_error = coalesce(r.error, i.last_error), attempts = i.attempts - r.untried::integer,
    repeats = i.repeats + r.perhaps::integer
  FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, attempts integer, at timestamptz, error text, untried boolean, perhaps boolean)
  WHERE i.id = r.id AND i.attempts = r.attempts AND i.status = 'issued'`;
const EXPLAIN = `
  UPDATE decision d SET reason_code = r.code, reason_detail = r.reason, decided_at = $2
  FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, code text, reason text) WHERE d.invitation = r.id AND d.outcome = 'pending'`;
const NEXT_DUE = "SELECT min(greatest(next_attempt_at, lease_until)) AS at FROM invitation WHERE status = 'issued' AND channel = $1";

/** Where the message and those before it go, in the form of `addressKey`. */
export const usedBy = ({ channel, address, earlier }: Pick<Claimed, 'channel' | 'address' | 'earlier'>): ChannelAddress[] =>
  [{ channel, address }, ...earlier].map((one) => ({ channel: one.channel, address: addressKey(one.address) }));

export const claimSends = (db: Queries, channel: Channel, now: Date, limit: number, leaseMs: number): Promise<Claimed[]> =>
  db.query(CLAIM, [now, channel, limit, new Date(now.getTime() + leaseMs)]);

/** What waits for another time. */
export interface PutBack {
  id: string;
  /** As claimed. */
  attempts: number;
  at: Date;
  /** For the record; absent where it was not even tried. */
  why?: { code: string; detail: string };
  /** It was offered and cannot have been taken, through no fault of its own: that was no attempt. */
  untaken?: true;
  /** The attempt broke off when the message may have been taken already: the next one may repeat it. */
  perhapsTaken?: true;
}

export async function putBack(db: Queries, waiting: readonly PutBack[], now: Date): Promise<void> {
  if (waiting.length === 0) return;
  await db.query(PUT_BACK, [JSON.stringify(waiting.map(({ id, attempts, at, why, untaken, perhapsTaken }) => ({ id, attempts, at, error: why?.detail, untried: why === undefined || untaken === true, perhaps: perhapsTaken === true })))]);
  const explained = waiting.flatMap(({ id, why }) => (why ? [{ id, code: why.code, reason: why.detail }] : []));
  if (explained.length > 0) await db.query(EXPLAIN, [JSON.stringify(explained), now]);
}

/** Waits for whoever is just noting that it was answered, or that its customer is to be forgotten. */
const STILL_WANTED = `
  SELECT 1 FROM invitation i JOIN person p ON p.id = i.person
  WHERE i.id = $1 AND i.attempts = $2 AND i.status = 'issued' AND NOT i.answered AND p.customer_id IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM suppression s JOIN unnest($3::text[], $4::text[]) AS used (channel, address) ON s.channel = used.channel AND s.address = used.address WHERE s.reason <> 'bounced')
  FOR UPDATE OF i, p`;

/** Whether a message is still to be sent: the last look of all, for what happened since it was claimed. @param used where it and the messages before it go, in the form of `addressKey` */
export async function isStillWanted(db: Queries, { id, attempts }: Pick<Claimed, 'id' | 'attempts'>, used: readonly ChannelAddress[]): Promise<boolean> {
  const rows: unknown[] = await db.query(STILL_WANTED, [id, attempts, used.map(({ channel }) => channel), used.map(({ address }) => address)]);
  return rows.length > 0;
}

export async function nextSend(db: Queries, channel: Channel): Promise<Date | null> {
  const [row]: { at: Date | null }[] = await db.query(NEXT_DUE, [channel]);
  return row?.at ?? null;
}

/** One receipt for all of them: the highest number in each stream. */
export function receiptOf(claimed: readonly Claimed[]): Receipt {
  const highest = new Map<number, bigint>();
  for (const { receipt } of claimed) {
    for (const [stream, number] of receipt ?? []) {
      if ((highest.get(stream) ?? 0n) < BigInt(number)) highest.set(stream, BigInt(number));
    }
  }
  return [...highest].map(([stream, number]) => ({ stream, number }));
}
