import { fill } from '../email/fill.ts';
import { wordsFor, type Audience } from '../email/words/index.ts';
import { smsWordsFor, type SmsWords } from './words/index.ts';

/** Whom a text message is from and about. */
export interface SmsSubject {
  language: string;
  audience: Audience;
  brand: string;
  token: string;
  /** How many messages about the same came before. */
  reminder?: number;
}

/** A sender of letters is a name: handsets cannot answer it, and operators throw away what is sent to it. */
export const canReceive = (sender: string): boolean => /^\+?\d{3,15}$/.test(sender);

/**
 * The question, with the way to answer. Where the sender cannot receive, the answer and the opt-out are links (domain 9.3).
 * @param publicUrl of the gateway, without a slash at its end
 */
export function questionText(subject: SmsSubject, publicUrl: string, sender: string): string {
  const { language, audience, reminder = 0 } = subject;
  const words = smsWordsFor(language);
  const question = fill(wordsFor(language).question[audience], valuesOf(subject, publicUrl));
  return `${reminder > 0 ? `${words.reminder} ` : ''}${question} ${fill(canReceive(sender) ? words.reply : words.link, valuesOf(subject, publicUrl))}`;
}

/** What we answer in a conversation. */
export type AnswerKind = 'again' | 'why-ten' | 'why-nine' | 'why-below' | 'thanks' | 'help' | 'stopped';

export function answerText(kind: AnswerKind, subject: SmsSubject, publicUrl: string): string {
  return fill(templateOf(kind, smsWordsFor(subject.language)), valuesOf(subject, publicUrl));
}

function templateOf(kind: AnswerKind, words: SmsWords): string {
  switch (kind) {
    case 'why-ten': return words.why.ten;
    case 'why-nine': return words.why.nine;
    case 'why-below': return words.why.below;
    default: return words[kind];
  }
}

/** Marks that turn the direction of text, and line breaks, have no place in a brand: they would turn the rest of the message. */
const clean = (value: string): string => value.replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '').replace(/\s+/g, ' ').trim();

/** The link of a reminder names it, so that it is known which message won the answer. */
const valuesOf = ({ brand, token, reminder = 0 }: SmsSubject, publicUrl: string): Record<string, string> => ({
  brand: clean(brand), answer: `${publicUrl}/r/${token}${reminder > 0 ? `?m=${reminder}` : ''}`, unsubscribe: `${publicUrl}/u/${token}`,
});
