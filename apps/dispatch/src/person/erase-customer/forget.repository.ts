import type { EntityManager } from 'typeorm';

export interface Undecided {
  id: string;
  source: string;
  event_id: string;
  programme: string;
  policy_version: number;
  touchpoint: string;
  unit: string;
  served_by: string | null;
  occurred_at: Date;
  correlation: string | null;
}

const UNDECIDED = `
  SELECT id, source, event_id, programme, policy_version, touchpoint, unit, interaction ->> 'servedBy' AS served_by, occurred_at, correlation
  FROM decision WHERE person = $1 AND outcome = 'pending' AND invitation IS NULL ORDER BY id FOR UPDATE`;
/** No link leads here any more. Where it counts stays, or what is told of it later would be subtracted from figures that never had it. */
const FORGET_INVITATIONS = `
  UPDATE invitation SET address = '', token = '', token_hash = 'erased ' || id, last_error = NULL, follow_up = NULL, answered_message = NULL, remind_at = NULL WHERE person = $1`;
/** What somebody at these numbers was to be told, or has told us in part. */
const FORGET_TEXTS = ['outgoing_text', 'incoming_part'].map((table) => `
  DELETE FROM ${table} WHERE address IN (
    SELECT address FROM invitation WHERE person = $1 AND channel = 'sms'
    UNION SELECT one ->> 'address' FROM invitation, jsonb_array_elements(follow_up -> 'earlier') AS one WHERE person = $1 AND one ->> 'channel' = 'sms')`);
const FORGET_DECISIONS = `
  UPDATE decision SET customer_id = NULL, content_hash = '', interaction = '{}' WHERE person = $1`;

/**
 * Under a lock to the end of the transaction: whoever accepts, decides or sends something waits, and then sees that the customer is gone. Locked in the
 * order in which those lock: senders take invitations before decisions, deciders take decisions before the person.
 */
export async function lockPerson(tx: EntityManager, customer: string): Promise<string | undefined> {
  await tx.query('SELECT 1 FROM invitation i WHERE person = (SELECT id FROM person WHERE customer_id = $1) ORDER BY i.id FOR UPDATE', [customer]);
  await tx.query('SELECT 1 FROM decision WHERE person = (SELECT id FROM person WHERE customer_id = $1) ORDER BY id FOR UPDATE', [customer]);
  const [row]: { id: string }[] = await tx.query('SELECT id FROM person WHERE customer_id = $1 FOR UPDATE', [customer]);
  return row?.id;
}

/** What waits to be decided about them. */
export const undecided = (tx: EntityManager, person: string): Promise<Undecided[]> => tx.query(UNDECIDED, [person]);

/** Invitations whose message has not gone out. */
export async function unsent(tx: EntityManager, person: string): Promise<string[]> {
  const rows: { id: string }[] = await tx.query(`SELECT id FROM invitation WHERE person = $1 AND status = 'issued'`, [person]);
  return rows.map(({ id }) => id);
}

export async function forgetInvitations(tx: EntityManager, person: string): Promise<void> {
  for (const statement of FORGET_TEXTS) await tx.query(statement, [person]);
  await tx.query(FORGET_INVITATIONS, [person]);
}

/** Source and id stay, so that an event that is told again is known for one that was here. */
export async function forgetDecisions(tx: EntityManager, person: string): Promise<void> {
  await tx.query(FORGET_DECISIONS, [person]);
}

/** What is left is the random id that facts carry. */
export async function forgetPerson(tx: EntityManager, person: string, now: Date): Promise<void> {
  await tx.query('DELETE FROM base_member WHERE person = $1', [person]);
  await tx.query(`UPDATE person SET customer_id = NULL, facts = '{}', changed_at = $2 WHERE id = $1`, [person, now]);
}
