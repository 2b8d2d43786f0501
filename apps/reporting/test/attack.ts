/** What somebody who may read figures has seen: how many answers, and of which scores. */
export interface Seen {
  from: string;
  n: number;
  counts: readonly number[] | null;
}

/** Every figure that stands anywhere in an answer of the API. */
export function figuresIn(from: string, body: unknown): Seen[] {
  if (body === null || typeof body !== 'object') return [];
  const inside = Object.values(body).flatMap((value) => figuresIn(from, value));
  const { n, counts } = body as { n?: unknown; counts?: unknown };
  return typeof n === 'number' ? [{ from, n, counts: Array.isArray(counts) ? counts as number[] : null }, ...inside] : inside;
}

/** Figures, and differences of two of them, that are of one to four answers: what must not be told (domain 9.4). */
export function isolated(seen: readonly Seen[]): string[] {
  const few = (n: number): boolean => n > 0 && n < 5;
  const distinct = [...new Map(seen.map((one) => [`${one.n}|${one.counts?.join(',')}`, one])).values()];
  const found = distinct.filter(({ n }) => few(n)).map(({ from, n }) => `${from}: ${n}`);
  for (const a of distinct) {
    for (const b of distinct) {
      const less = a.counts && b.counts ? a.counts.map((count, i) => count - b.counts![i]!) : [a.n - b.n];
      const n = less.reduce((sum, count) => sum + count, 0);
      if (less.every((count) => count >= 0) && few(n)) found.push(`${a.from} less ${b.from}: ${n} (${less.join(',')})`);
    }
  }
  return found;
}

/**
 * How many answers the smallest whole combination of what was seen is of, whatever is added and subtracted how often: the greatest common divisor of all n
 * (Bezout). 1: a single answer can be had.
 */
export const smallestCombination = (seen: readonly Seen[]): number => seen.reduce((divisor, { n }) => gcd(divisor, n), 0);
const gcd = (a: number, b: number): number => (b === 0 ? Math.abs(a) : gcd(b, a % b));
