import { wordsWritten } from '@candor/contracts';
import type { Answer } from './answer.ts';
import type { Said } from './said.ts';

/**
 * The words of an answer and the contact that came with it, as they stand now; undefined where there is nothing to say. `always` says so
 * too, which takes back words that were said before.
 */
export function wordsOf(answer: Answer, { always = false } = {}): Said | undefined {
  const { comment, recording, contact, person } = answer;
  const { language } = answer.coordinates;
  if (!always && comment === undefined && recording === undefined && contact === undefined) return undefined;
  return {
    event: wordsWritten,
    data: {
      response: answer.id,
      revision: answer.revision,
      writtenAt: answer.changedAt.toISOString(),
      ...(person !== undefined && { person }),
      ...(comment !== undefined && { comment }),
      ...(recording !== undefined && { recording }),
      ...(language !== undefined && { language }),
      ...contact,
    },
  };
}

export function wordsDiffer(before: Answer, after: Answer): boolean {
  return before.comment !== after.comment || before.recording?.id !== after.recording?.id;
}
