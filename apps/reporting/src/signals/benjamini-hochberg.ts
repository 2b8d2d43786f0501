/**
 * Which of many tests hold when all are looked at together (Benjamini and Hochberg 1995): of those that hold, at most the share `rate` are false on average; where nothing has
 * changed, the chance that even one holds is at most `rate`. It stays so for tests that depend on each other positively, as overlapping windows and a unit within another do.
 * @returns the highest `p` that holds, and what the smallest one had to reach: `rate` divided by their number
 */
export function benjaminiHochberg(chances: readonly number[], rate: number): { threshold: number; strictest: number; holds: (p: number) => boolean } {
  const strictest = chances.length === 0 ? rate : rate / chances.length;
  const threshold = [...chances].sort((a, b) => a - b).reduce((found, p, i) => (p <= strictest * (i + 1) ? strictest * (i + 1) : found), 0);
  return { threshold: threshold === 0 ? strictest : threshold, strictest, holds: (p) => threshold > 0 && p <= threshold };
}
