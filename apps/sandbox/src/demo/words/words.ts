import type { Subject } from '../bank/touchpoints.ts';
import type { Mood } from '../bank/mood.ts';
import type { Language } from '../people/names.ts';
import type { Random } from '../random.ts';
import { AMHARIC } from './am.ts';
import { ENGLISH } from './en.ts';
import { HEBREW } from './he.ts';
import { RUSSIAN } from './ru.ts';

/** What people write, in one language: `{name}` who served, `{minutes}` in the queue. */
export interface Phrases {
  readonly praise: Readonly<Record<Subject | 'any', readonly string[]>>;
  readonly middling: Readonly<Record<Subject | 'any', readonly string[]>>;
  readonly complaint: Readonly<Record<Subject | 'any', readonly string[]>>;
  /** The ticket machine and the queue behind it. */
  readonly queue: readonly string[];
  /** The release of the app that broke signing in. */
  readonly release: readonly string[];
}

const PHRASES: Readonly<Record<Language, Phrases>> = { en: ENGLISH, he: HEBREW, am: AMHARIC, ru: RUSSIAN };

/** What one customer writes about what they felt. */
export function wordsOf(random: Random, language: Language, subject: Subject, mood: Mood, servedBy: string | undefined): string {
  const phrases = PHRASES[language];
  const all = choose(phrases, subject, mood);
  const fitting = all.filter((phrase) => servedBy !== undefined || !phrase.includes('{name}'));
  return random.pick(fitting).replace('{name}', servedBy ?? '').replace('{minutes}', String(mood.waited));
}

function choose(phrases: Phrases, subject: Subject, { score, trouble }: Mood): readonly string[] {
  if (trouble !== null && score <= 7) return phrases[trouble];
  const kind = score >= 9 ? phrases.praise : score >= 7 ? phrases.middling : phrases.complaint;
  return [...kind[subject], ...kind.any];
}
