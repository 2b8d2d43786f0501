/** Answers by score: index 0 is the lowest score of the measure. Whole numbers, never negative once all corrections are in. */
export type Counts = readonly number[];

/** Counts of 0-10 scores. @throws RangeError for anything but a whole number from 0 to 10. */
export function tally(scores: Iterable<number>): number[] {
  const counts = new Array<number>(11).fill(0);
  for (const score of scores) {
    if (!Number.isInteger(score) || score < 0 || score > 10) throw new RangeError(`score ${score} is not a whole number from 0 to 10`);
    counts[score]!++;
  }
  return counts;
}

/** Entry-wise sum; the longer length wins, so that an empty array is the neutral element. */
export function addCounts(a: Counts, b: Counts): number[] {
  const length = Math.max(a.length, b.length);
  return Array.from({ length }, (_, i) => (a[i] ?? 0) + (b[i] ?? 0));
}

export function total(counts: Counts): number {
  let n = 0;
  for (const count of counts) n += count;
  return n;
}

/** Mean score, `low` being the score of index 0; null without answers. */
export function meanOf(counts: Counts, low = 0): number | null {
  let n = 0;
  let sum = 0;
  counts.forEach((count, i) => {
    n += count;
    sum += count * (i + low);
  });
  return n === 0 ? null : sum / n;
}
