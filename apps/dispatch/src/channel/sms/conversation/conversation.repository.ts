import type { Channel } from '@candor/contracts';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { FollowUp } from '../../../invitation/follow-up.ts';
import type { Placement } from '../../../invitation/invitation.ts';
import { BEGUN, type Conversation } from './conversation.ts';

/** The invitation that a number is talking about. */
export interface Topic {
  id: string;
  language: string;
  token: string;
  placement: Placement;
  unit: string;
  /** Whether it can still be answered. */
  open: boolean;
  /** Of the present message. */
  channel: Channel;
  followUp: FollowUp | null;
}

/** The newest that is open, else the newest; one that is being sent may be answered before that is noted. Also if reminders went another way since. */
const FIND = `
  SELECT i.id, i.language, i.token, i.placement, d.unit, i.expires_at > $2 AS open, i.channel, i.follow_up AS "followUp" FROM invitation i JOIN decision d ON d.id = i.decision
  WHERE ((i.channel = 'sms' AND i.address = $1) OR (i.follow_up IS NOT NULL AND i.follow_up -> 'earlier' @> jsonb_build_array(jsonb_build_object('channel', 'sms', 'address', $1::text))))
    AND (i.status = 'sent' OR (i.status = 'issued' AND i.attempts > 0))
  ORDER BY i.expires_at > $2 DESC, i.issued_at DESC LIMIT 1 FOR UPDATE OF i`;
const LOOK = 'SELECT phase, asked_again, texts FROM conversation WHERE invitation = $1';
const STORE = `
  INSERT INTO conversation (invitation, phase, asked_again, texts, changed_at) VALUES ($1, $2, $3, $4, $5)
  ON CONFLICT (invitation) DO UPDATE SET phase = excluded.phase, asked_again = excluded.asked_again, texts = excluded.texts, changed_at = excluded.changed_at`;
const WRITE = 'INSERT INTO outgoing_text (id, provider, address, body, written_at, next_attempt_at) VALUES ($1, $2, $3, $4, $5, $5)';

/** Locked to the end of the transaction, so that messages of one customer are heard one after the other. */
export async function lockTopic(tx: EntityManager, address: string, now: Date): Promise<Topic | undefined> {
  const [found]: Topic[] = await tx.query(FIND, [address, now]);
  return found;
}

export async function conversationAbout(tx: EntityManager, invitation: string): Promise<Conversation> {
  const [row]: { phase: Conversation['phase']; asked_again: boolean; texts: number }[] = await tx.query(LOOK, [invitation]);
  return row ? { phase: row.phase, askedAgain: row.asked_again, texts: row.texts } : BEGUN;
}

export async function storeConversation(tx: EntityManager, invitation: string, { phase, askedAgain, texts }: Conversation, now: Date): Promise<void> {
  await tx.query(STORE, [invitation, phase, askedAgain, texts, now]);
}

/** To be sent once the transaction has committed. @param provider by which the customer wrote */
export async function writeBack(tx: EntityManager, provider: string, address: string, body: string, now: Date): Promise<void> {
  await tx.query(WRITE, [uuidv7(), provider, address, body, now]);
}

/** Nothing that was to be written goes out any more. */
export async function takeBackTexts(tx: EntityManager, address: string): Promise<void> {
  await tx.query('DELETE FROM outgoing_text WHERE address = $1', [address]);
}
