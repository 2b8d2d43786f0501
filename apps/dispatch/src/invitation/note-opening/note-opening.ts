import type { Outbox } from '@candor/messaging';
import { noteFacts } from '../invitation-journal.ts';

const FIND = 'SELECT id FROM invitation WHERE token_hash = $1 AND opened_at IS NULL';

/** Notes that the pictures of a mail were fetched, the first time. It is a sign and no more: nothing is decided by it. */
export function noteOpening(outbox: Outbox, tokenHash: string, now: Date): Promise<void> {
  return outbox.transaction(async (tx) => {
    const [found]: { id: string }[] = await tx.query(FIND, [tokenHash]);
    if (found) await noteFacts(tx, outbox, [{ invitation: found.id, fact: { type: 'opened', at: now } }], now);
  });
}
