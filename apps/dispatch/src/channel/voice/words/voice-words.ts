import type { Audience } from '../../email/words/index.ts';

/**
 * Everything a respondent hears, in one language, but for the question, which is the same on every channel (domain 4.7). `{{brand}}` and `{{score}}` stand for values.
 * Numbers are figures: the voice reads them in its language.
 */
export interface VoiceWords {
  /** BCP 47. */
  language: string;
  /** As providers name the language of a voice. */
  locale: string;
  /** Who is calling, and what about. */
  opening: string;
  /** After the opening, where another message came before. */
  reminder: string;
  optOut: string;
  /** Only where something will be recorded. */
  recorded: string;
  scale: string;
  notHeard: string;
  notValid: string;
  chosen: string;
  talkNow: string;
  talkLater: string;
  connecting: string;
  promised: string;
  nobodyFree: string;
  /** By what was pressed: 10; 9; 0 to 8. */
  reason: { liked: string; whyNotTen: string; improve: string };
  speak: string;
  thanks: string;
  goodbye: string;
  stopped: string;
  /** To somebody who picks up when the time to answer is over. */
  closed: string;
}

/** A sentence that can be spoken, or recorded beforehand under its name. */
export type Prompt = Exclude<keyof VoiceWords, 'language' | 'locale' | 'reason'> | keyof VoiceWords['reason'] | `question-${Audience}`;
