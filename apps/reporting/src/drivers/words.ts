import type { Counted, Tally } from './drivers.ts';
import { LanguageWords, total } from './language-words.ts';

export interface Comment {
  comment: string;
  language: string | null;
  segment: 'promoter' | 'passive' | 'detractor';
}

/** How often each word or phrase was written, by segment and language. Comments may come a portion at a time. */
export class WordCount {
  readonly #languages = new Map<string, LanguageWords>();
  #comments = 0;

  /** How many were read. */
  get comments(): number {
    return this.#comments;
  }

  add(comments: readonly Comment[]): this {
    this.#comments += comments.length;
    for (const { comment, language, segment } of comments) {
      const name = (language ?? 'und').split('-')[0]!.toLowerCase();
      let words = this.#languages.get(name);
      if (!words) this.#languages.set(name, (words = new LanguageWords(name)));
      words.add(comment, `${segment}s`);
    }
    return this;
  }

  /**
   * The most frequent ones. A phrase takes the place of a word that hardly stands without it.
   * @returns also how many there are that at least `leastN` wrote: rarer ones name single people
   */
  mostFrequent(leastN: number, most: number): { words: Counted[]; values: number } {
    const found = [...this.#languages].flatMap(([language, words]) => withoutShadows(words.frequent(leastN)).map(([value, tally]): Counted => ({ by: 'words', value, language, ...tally, among: words.among })));
    return { words: found.sort((a, b) => total(b) - total(a) || (a.value < b.value ? -1 : 1)).slice(0, most), values: found.length };
  }
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
