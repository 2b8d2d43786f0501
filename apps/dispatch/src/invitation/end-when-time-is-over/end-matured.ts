import type { Outbox } from '@candor/messaging';
import type { EntityManager } from 'typeorm';
import { noteFacts } from '../invitation-journal.ts';

const SENT = "status = 'sent' AND NOT matured";
/** Those whose reminder waits to be sent: it comes too late now. */
const REMINDING = "status = 'issued' AND NOT matured AND follow_up ->> 'held' = 'sent'";
/** Each by its own index. */
const claim = (which: string): string => `SELECT id FROM invitation WHERE ${which} AND expires_at <= $1 ORDER BY expires_at LIMIT $2 FOR UPDATE SKIP LOCKED`;
const NEXT = `SELECT least((SELECT min(expires_at) FROM invitation WHERE ${SENT}), (SELECT min(expires_at) FROM invitation WHERE ${REMINDING})) AS at`;

/** Tells of invitations whose time to answer is over: from then on they count in the response rate (domain 1.6). @returns how many. */
export function endMatured(outbox: Outbox, now: Date, limit: number): Promise<number> {
  return outbox.transaction(async (tx) => {
    const sent: { id: string }[] = await tx.query(claim(SENT), [now, limit]);
    const reminding: { id: string }[] = await tx.query(claim(REMINDING), [now, limit - sent.length]);
    const rows = [...sent, ...reminding];
    await noteFacts(tx, outbox, rows.map(({ id }) => ({ invitation: id, fact: { type: 'time-over', at: now } })), now);
    return rows.length;
  });
}

export async function nextMatured(db: Pick<EntityManager, 'query'>): Promise<Date | null> {
  const [row]: { at: Date | null }[] = await db.query(NEXT);
  return row?.at ?? null;
}
