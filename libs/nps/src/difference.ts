import { adjusted, type Interval, type Shares } from './confidence.ts';

export interface Difference {
  /** First score minus second, in points, of the adjusted estimates that the test uses. */
  readonly points: number;
  /** 95 % interval of the difference, clipped to [-200, 200]. */
  readonly interval: Interval;
  /** Standard errors that the two are apart; the sign is that of `points`. */
  readonly z: number;
  /** How often a difference of this size or more would come by chance if there were none. */
  readonly p: number;
  /** Whether |z| > 1.96. Of several comparisons at once ask `holm` instead. */
  readonly significant: boolean;
}

const Z95 = 1.96;
/** The chance of more than 1.96 standard errors: 5 %, but for the rounding of 1.96. */
export const SIGNIFICANCE = twoSided(Z95);

/**
 * How two scores of different answers differ (Statistics: |NPS1 - NPS2| / sqrt(SE1² + SE2²) > 1.96); null where one has no answers. Never of a
 * unit and a parent that contains it: those share answers, and the test would say too little.
 */
export function difference(a: Shares, b: Shares): Difference | null {
  if (a.n === 0 || b.n === 0) return null;
  const first = adjusted(a);
  const second = adjusted(b);
  const points = first.centre - second.centre;
  const standardError = Math.hypot(first.standardError, second.standardError);
  const z = points / standardError;
  const interval = { low: Math.max(-200, points - Z95 * standardError), high: Math.min(200, points + Z95 * standardError), level: 0.95 };
  return { points, interval, z, p: twoSided(z), significant: Math.abs(z) > Z95 };
}

/**
 * Which of several comparisons hold when they are looked at together (Holm 1979): the chance that even one of them is a false alarm stays
 * at `level`, whatever depends on what.
 * @param chances the `p` of each comparison
 * @returns for each of them, in the same order, whether it holds
 */
export function holm(chances: readonly number[], level = SIGNIFICANCE): boolean[] {
  const holds = new Array<boolean>(chances.length).fill(false);
  const ascending = chances.map((chance, i) => ({ chance, i })).sort((a, b) => a.chance - b.chance);
  for (const [before, { chance, i }] of ascending.entries()) {
    if (!(chance < level / (chances.length - before))) break;
    holds[i] = true;
  }
  return holds;
}

/** Two-sided tail of the normal distribution, to 7 digits (Abramowitz and Stegun 26.2.17). */
export function twoSided(z: number): number {
  const x = Math.abs(z);
  const t = 1 / (1 + 0.2316419 * x);
  const series = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return Math.min(1, (2 * Math.exp((-x * x) / 2) * series) / Math.sqrt(2 * Math.PI));
}
