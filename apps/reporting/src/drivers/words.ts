import { stopWordsOf } from './stop-words.ts';
import type { Counted, Tally } from './drivers.ts';

export interface Comment {
  comment: string;
  language: string | null;
  segment: 'promoter' | 'passive' | 'detractor';
}

const WORD = /[\p{L}\p{M}\p{N}]+(?:['’][\p{L}]+)*/gu;
const LEAST_LETTERS = 2;

/** The words of a comment that say something, and each two of them that stand side by side; each once. */
export function phrasesOf(comment: string, language: string): Set<string> {
  const stop = stopWordsOf(language);
  const phrases = new Set<string>();
  for (const sentence of comment.split(/[.!?;:\n]+/)) {
    let before: string | null = null;
    for (const [word] of sentence.toLowerCase().replaceAll('’', '\'').matchAll(WORD)) {
      const says = word.length >= LEAST_LETTERS && !stop.has(word) && /\p{L}/u.test(word);
      if (says) phrases.add(word);
      if (says && before !== null) phrases.add(`${before} ${word}`);
      before = says ? word : null;
    }
  }
  return phrases;
}

/**
 * How often each word or phrase was written, by segment and language: the most frequent ones. A phrase takes the place of a word that hardly stands without it.
 * @returns also how many there are that at least `leastN` wrote: rarer ones name single people
 */
export function countWords(comments: readonly Comment[], leastN: number, most: number): { words: Counted[]; values: number } {
  const found: Counted[] = [];
  for (const [language, group] of Map.groupBy(comments, (one) => (one.language ?? 'und').split('-')[0]!.toLowerCase())) {
    const among: Tally = { promoters: 0, passives: 0, detractors: 0 };
    const counts = new Map<string, Tally>();
    for (const { comment, segment } of group) {
      among[`${segment}s`] += 1;
      for (const phrase of phrasesOf(comment, language)) {
        const held = counts.get(phrase) ?? { promoters: 0, passives: 0, detractors: 0 };
        held[`${segment}s`] += 1;
        counts.set(phrase, held);
      }
    }
    const frequent = [...counts].filter(([, tally]) => total(tally) >= leastN);
    found.push(...withoutShadows(frequent).map(([value, tally]) => ({ by: 'words', value, language, ...tally, among })));
  }
  return { words: found.sort((a, b) => total(b) - total(a) || (a.value < b.value ? -1 : 1)).slice(0, most), values: found.length };
}

/** A word that is in a phrase nine times of ten says nothing beside it. */
function withoutShadows(counts: readonly (readonly [string, Tally])[]): (readonly [string, Tally])[] {
  const inPhrase = new Map<string, number>();
  for (const [phrase, tally] of counts) {
    if (!phrase.includes(' ')) continue;
    for (const word of phrase.split(' ')) inPhrase.set(word, Math.max(inPhrase.get(word) ?? 0, total(tally)));
  }
  return counts.filter(([phrase, tally]) => phrase.includes(' ') || (inPhrase.get(phrase) ?? 0) < 0.9 * total(tally));
}

const total = ({ promoters, passives, detractors }: Tally): number => promoters + passives + detractors;
