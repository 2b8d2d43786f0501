import { responseAmended, responseErased, responseExcluded, responseRecorded, wordsTopic } from '@candor/contracts';
import { outgoing, outgoingTombstone, type Outgoing, type OutgoingTombstone } from '@candor/messaging';
import { changeOf, type Answer } from '../answer.ts';
import { wordsOf } from '../words-of.ts';

/**
 * The facts of an answer as its row can tell them: that it was recorded, and how it stands since its last change. The steps between are not kept; who has them ignores
 * these by their revision, and who counts anew comes to the same figures.
 */
export function factsOf(answer: Answer): Outgoing[] {
  const time = answer.changedAt;
  if (answer.state === 'erased') return [outgoing(responseErased, { ...changeOf(null, answer), before: null }, { time }) as Outgoing];
  const first: Answer = { ...withoutReason(answer), revision: 1, state: 'counted', changedAt: answer.recordedAt };
  const recorded = outgoing(responseRecorded, changeOf(null, first), { time: answer.recordedAt }) as Outgoing;
  if (answer.revision === 1) return [recorded];
  const event = answer.state === 'excluded' ? responseExcluded : responseAmended;
  return [recorded, outgoing(event, changeOf(first, answer), { time }) as Outgoing];
}

/** What the topic of words holds of an answer: its words, that they were taken back, or nothing. */
export function wordsAgain(answer: Answer): (Outgoing | OutgoingTombstone)[] {
  if (answer.state === 'erased') return [outgoingTombstone(wordsTopic, answer.id)];
  // After a change there may have been words that are no more.
  const words = wordsOf(answer, { always: answer.revision > 1 });
  // Dated as early as they may be: a contact that came with them must not outdo what was said of the customer since.
  return words ? [outgoing(words.event, { ...words.data, writtenAt: answer.recordedAt.toISOString() } as never) as Outgoing] : [];
}

function withoutReason({ reason: _, ...answer }: Answer): Answer {
  return answer;
}
