import type { EntityManager } from 'typeorm';
import type { Recording } from '../../response/answer.ts';
import { joinWords } from './join-words.ts';

interface Held {
  comment: string | null;
  recording: Recording | null;
  at: Date;
}

/** Both parts of the statement see the rows as they were before it. */
const USE = `
  WITH held AS (SELECT id, comment, recording, at FROM reply WHERE invitation = $1 AND outcome = 'held'),
    used AS (UPDATE reply SET outcome = 'used', comment = NULL, recording = NULL WHERE id IN (SELECT id FROM held))
  SELECT comment, recording, at FROM held ORDER BY at, id`;

/** What came before the score, taken out of the waiting: it belongs to the answer that is recorded now. */
export async function useHeldWords(tx: EntityManager, invitation: string): Promise<{ comment: string | undefined; recording: Recording | undefined }> {
  const held: Held[] = await tx.query(USE, [invitation]);
  return { comment: joinWords(...held.map((one) => one.comment)), recording: held.findLast((one) => one.recording !== null)?.recording ?? undefined };
}
