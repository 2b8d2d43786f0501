import { plain } from './plain.ts';

/** What may stand around a score without changing it. A sign, a decimal point or another number would: those are left alone. */
const SCORE = /^["'(#*«»„“”\s]*(10|[0-9])["')*«»„“”\s]*(?:(?:\/|out of|of|מתוך|из|من|ከ) ?10)?[.!,;?…። ]*$/iu;
/** `9, the staff was kind`: only where something other than a space stands between, since `3 people waited` is no score. */
const SCORE_AND_WORDS = /^\s*(10|[0-9])\s*(?:[.,:;!)\n]|-\s|–|—)\s*(?=\D)(\S[\s\S]*)$/u;

export interface Said {
  /** 0 to 10. */
  score?: number;
  /** As it was written, without the score. */
  words?: string;
}

/** What a text message says: a score, words, or both; nothing of either for an empty one. */
export function readText(text: string): Said {
  const score = SCORE.exec(plain(text))?.[1];
  if (score !== undefined) return { score: Number(score) };
  const written = text.trim();
  if (written === '') return {};
  const [first = '', ...rest] = written.split('\n');
  const alone = SCORE.exec(plain(first))?.[1];
  const following = rest.join('\n').trim();
  if (alone !== undefined && following !== '') return { score: Number(alone), words: following };
  const both = SCORE_AND_WORDS.exec(plain(written));
  if (both) return { score: Number(both[1]), words: both[2]!.trim() };
  return { words: written };
}
