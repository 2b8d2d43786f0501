import { wordsFor } from '../../email/words/index.ts';
import { am } from './am.ts';
import { ar } from './ar.ts';
import { en } from './en.ts';
import { he } from './he.ts';
import { ru } from './ru.ts';
import type { VoiceWords } from './voice-words.ts';

export type { Prompt, VoiceWords } from './voice-words.ts';

export const ALL_VOICE_WORDS: readonly VoiceWords[] = [en, he, am, ru, ar];
const BY_LANGUAGE: ReadonlyMap<string, VoiceWords> = new Map(ALL_VOICE_WORDS.map((words) => [words.language, words]));

/** The words for a customer's language tag, in the same language as the messages. */
export const voiceWordsFor = (tag: string | null | undefined): VoiceWords => BY_LANGUAGE.get(wordsFor(tag).language) ?? en;
