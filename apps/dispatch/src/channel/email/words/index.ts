import { languageOf } from '@candor/survey-words';
import { am } from './am.ts';
import { ar } from './ar.ts';
import { en } from './en.ts';
import { he } from './he.ts';
import type { MailWords } from './mail-words.ts';
import { ru } from './ru.ts';

export type { Audience, MailWords } from './mail-words.ts';

const BY_LANGUAGE: ReadonlyMap<string, MailWords> = new Map([en, he, am, ru, ar].map((words) => [words.language, words]));

export const ALL_WORDS: readonly MailWords[] = [...BY_LANGUAGE.values()];

/** The words for a customer's language tag, whatever its region or script; English where we have none. */
export function wordsFor(tag: string | null | undefined): MailWords {
  return BY_LANGUAGE.get(languageOf(tag ?? '')) ?? en;
}
