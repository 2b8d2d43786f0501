import type { AskedWords } from '@candor/survey-words';

/**
 * Everything the respondent's page says, in one language; the question is the same on every channel. Places in braces are filled in; values are isolated, so any script may stand in any text.
 */
export interface Messages extends AskedWords {
  /** The language's own name, for whoever wants to change to it. */
  readonly name: string;
  /** Names the choice of languages for a screen reader. */
  readonly languages: string;
  readonly title: string;
  readonly send: string;
  /** `{score}` */
  readonly counted: string;
  readonly thanks: string;
  /** The one open question, by score (domain 4.1): 10, 9, and 0 to 8. */
  readonly why: { readonly ten: string; readonly nine: string; readonly rest: string };
  /** What happens to the words; `{company}`. */
  readonly fate: string;
  /** The same where answers are anonymous. */
  readonly fateAnonymous: string;
  readonly mayContact: string;
  readonly maySeeName: string;
  readonly yes: string;
  readonly no: string;
  readonly sendWords: string;
  readonly wordsKept: string;
  readonly changeScore: string;
  readonly changeWords: string;
  /** `{date}` */
  readonly changeUntil: string;
  readonly lockedByStaff: string;
  readonly windowOver: string;
  readonly error: { readonly scoreMissing: string; readonly scoreInvalid: string; readonly wordsTooLong: string; readonly offline: string };
  readonly notice: Readonly<Record<NoticeKind, { readonly title: string; readonly text: string }>>;
}

/** Pages that say why there is nothing to answer. */
export type NoticeKind = 'unknown' | 'expired' | 'unavailable' | 'erased';
