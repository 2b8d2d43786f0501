import type { Tally } from './drivers.ts';
import { stopWordsOf } from './stop-words.ts';

/** A word, or the end of a sentence. */
const TOKEN = /[\p{L}\p{M}\p{N}]+(?:'\p{L}+)*|[.!?;:\n]/gu;
const LEAST_LETTERS = 2;
/** What says nothing: a stop word, a number, the end of a sentence. No two words are neighbours across it. */
const NOTHING = -1;

type Segment = keyof Tally;
type Counts = Tally & { last: number };

/**
 * Counts the words of comments in one language, and each two of them that stand side by side; each once per comment. Words are numbered, and pairs counted at the end, of those words only that are
 * frequent themselves: of a pair there are no more than of either word, so that it counts the same pairs in a fraction of the time and memory.
 */
export class LanguageWords {
  readonly among: Tally = { promoters: 0, passives: 0, detractors: 0 };
  readonly #stop: ReadonlySet<string>;
  readonly #ids = new Map<string, number>();
  readonly #words: string[] = [];
  readonly #counts: Counts[] = [];
  readonly #comments: { segment: Segment; words: Int32Array }[] = [];

  constructor(language: string) {
    this.#stop = stopWordsOf(language);
  }

  add(comment: string, segment: Segment): void {
    this.among[segment] += 1;
    const words = Int32Array.from(comment.toLowerCase().replaceAll('’', '\'').match(TOKEN) ?? [], (token) => this.#idOf(token));
    const number = this.#comments.push({ segment, words });
    for (const id of words) if (id !== NOTHING) count(this.#counts[id]!, segment, number);
  }

  /** Words and pairs that at least `leastN` comments have. */
  frequent(leastN: number): (readonly [string, Tally])[] {
    const often = this.#counts.map((counts) => total(counts) >= leastN);
    const pairs = new Map<number, Counts>();
    const size = this.#words.length;
    this.#comments.forEach(({ segment, words }, i) => {
      for (let at = 1; at < words.length; at += 1) {
        const [first, second] = [words[at - 1]!, words[at]!];
        if (first === NOTHING || second === NOTHING || !often[first] || !often[second]) continue;
        const pair = first * size + second;
        let counts = pairs.get(pair);
        if (!counts) pairs.set(pair, (counts = none()));
        count(counts, segment, i + 1);
      }
    });
    const named = [...this.#words.map((word, id) => [word, this.#counts[id]!] as const), ...[...pairs].map(([pair, counts]) => [`${this.#words[Math.floor(pair / size)]} ${this.#words[pair % size]}`, counts] as const)];
    return named.filter(([, counts]) => total(counts) >= leastN).map(([phrase, { promoters, passives, detractors }]) => [phrase, { promoters, passives, detractors }]);
  }

  #idOf(token: string): number {
    const known = this.#ids.get(token);
    if (known !== undefined) return known;
    const says = token.length >= LEAST_LETTERS && !this.#stop.has(token) && /\p{L}/u.test(token);
    const id = says ? this.#words.push(token) - 1 : NOTHING;
    if (says) this.#counts.push(none());
    this.#ids.set(token, id);
    return id;
  }
}

const none = (): Counts => ({ promoters: 0, passives: 0, detractors: 0, last: 0 });

/** @param comment its number, 1 or more: a word counts once in each */
function count(counts: Counts, segment: Segment, comment: number): void {
  if (counts.last === comment) return;
  counts.last = comment;
  counts[segment] += 1;
}

export const total = ({ promoters, passives, detractors }: Tally): number => promoters + passives + detractors;
