import type { Outbox } from '@candor/messaging';
import type { EntityManager } from 'typeorm';
import { noteFacts } from '../invitation-journal.ts';

/** Also while a reminder waits to be sent. */
const ASKED = "(status = 'sent' OR (status = 'issued' AND follow_up ->> 'held' = 'sent'))";
const CLAIM = `
  SELECT id FROM invitation WHERE ${ASKED} AND NOT matured AND expires_at <= $1 ORDER BY expires_at LIMIT $2 FOR UPDATE SKIP LOCKED`;
const NEXT = `SELECT min(expires_at) AS at FROM invitation WHERE ${ASKED} AND NOT matured`;

/** Tells of invitations whose time to answer is over: from then on they count in the response rate (domain 1.6). @returns how many. */
export function endMatured(outbox: Outbox, now: Date, limit: number): Promise<number> {
  return outbox.transaction(async (tx) => {
    const rows: { id: string }[] = await tx.query(CLAIM, [now, limit]);
    await noteFacts(tx, outbox, rows.map(({ id }) => ({ invitation: id, fact: { type: 'time-over', at: now } })), now);
    return rows.length;
  });
}

export async function nextMatured(db: Pick<EntityManager, 'query'>): Promise<Date | null> {
  const [row]: { at: Date | null }[] = await db.query(NEXT);
  return row?.at ?? null;
}
