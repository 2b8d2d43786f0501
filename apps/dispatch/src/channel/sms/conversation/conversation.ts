import type { AnswerKind } from '../text.ts';
import { keyWordIn } from './key-words.ts';
import { readText, type Said } from './score.ts';

/** How far a conversation about one invitation has come: `asked` for the score, for the `reason`, or `done`. */
export interface Conversation {
  readonly phase: 'asked' | 'reason' | 'done';
  /** We ask for a number once more, not for ever. */
  readonly askedAgain: boolean;
  /** How many messages we have written. */
  readonly texts: number;
}

export const BEGUN: Conversation = { phase: 'asked', askedAgain: false, texts: 0 };

/** What a message leads to. */
export interface Turn {
  readonly conversation: Conversation;
  /** What it adds to the answer. */
  readonly said?: Said;
  /** What we write back. */
  readonly answer?: AnswerKind;
  /** The number must not be written to any more. */
  readonly stop?: true;
}

/** With a machine at the other end that answers whatever it gets, somebody has to be silent first. */
const MOST_TEXTS = 6;

/**
 * One message of a customer. A score is asked for its reason, the next words are the reason, and from then on we listen and say nothing. Whatever they write counts;
 * words that come before a score are kept, and asked about once.
 */
export function hear(conversation: Conversation, text: string): Turn {
  const word = keyWordIn(text);
  if (word === 'stop') return { ...answering({ ...conversation, phase: 'done' }, 'stopped'), stop: true };
  if (word === 'help') return answering(conversation, 'help');
  const said = readText(text);
  if (said.score === undefined && said.words === undefined) return { conversation };
  return { ...replyTo(conversation, said), said };
}

function replyTo(conversation: Conversation, said: Said): Turn {
  const { phase } = conversation;
  if (said.score !== undefined && phase === 'asked') {
    return said.words === undefined ? answering({ ...conversation, phase: 'reason' }, whyOf(said.score)) : answering({ ...conversation, phase: 'done' }, 'thanks');
  }
  // Another number is a correction; the question for the reason stands.
  if (said.words === undefined || phase === 'done') return { conversation };
  if (phase === 'reason') return answering({ ...conversation, phase: 'done' }, 'thanks');
  return conversation.askedAgain ? { conversation } : answering({ ...conversation, askedAgain: true }, 'again');
}

function answering(conversation: Conversation, answer: AnswerKind): Turn {
  return conversation.texts >= MOST_TEXTS ? { conversation } : { conversation: { ...conversation, texts: conversation.texts + 1 }, answer };
}

/** Domain 4.1: what was liked most; why not ten; what should be improved. */
const whyOf = (score: number): AnswerKind => (score === 10 ? 'why-ten' : score === 9 ? 'why-nine' : 'why-below');
