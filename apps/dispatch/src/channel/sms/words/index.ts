import { wordsFor as mailWordsFor } from '../../email/words/index.ts';
import { am } from './am.ts';
import { ar } from './ar.ts';
import { en } from './en.ts';
import { he } from './he.ts';
import { ru } from './ru.ts';
import type { SmsWords } from './sms-words.ts';

export type { SmsWords } from './sms-words.ts';

export const ALL_SMS_WORDS: readonly SmsWords[] = [en, he, am, ru, ar];
const BY_LANGUAGE: ReadonlyMap<string, SmsWords> = new Map(ALL_SMS_WORDS.map((words) => [words.language, words]));

/** The words for a customer's language tag, in the language that a mail to them would have. */
export const smsWordsFor = (tag: string | null | undefined): SmsWords => BY_LANGUAGE.get(mailWordsFor(tag).language) ?? en;
