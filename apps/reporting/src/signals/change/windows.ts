import { adjusted, twoSided, type Shares } from '@candor/nps';

/** How far back is looked at a time: a week tells of busy places, eight of quiet ones. Whole weeks, so that no weekday counts more on one side. */
export const WINDOWS = [1, 2, 4, 8] as const;
export type Window = (typeof WINDOWS)[number];

/** Weeks before the window that are its baseline. */
export const BASELINE_WEEKS = 12;
/** Weeks of which sums are needed: the longest window and its baseline. */
export const WEEKS = BASELINE_WEEKS + Math.max(...WINDOWS);

/** Below these numbers of answers nothing is tested: what would be found is what happened to be said. */
export const LEAST_RECENT = 30;
export const LEAST_BASELINE = 100;
/** Fewer answers in a week say nothing about how much weeks differ by themselves. */
const LEAST_WEEK = 5;

const NONE: Shares = { n: 0, promoters: 0, detractors: 0 };

/** What a window is held against. `dispersion` is how much more its weeks differ than chance would have them: 1 or more, it widens the error. */
export interface Reference extends Shares {
  readonly dispersion: number;
}

export interface WindowTest {
  readonly weeks: Window;
  readonly recent: Shares;
  readonly baseline: Reference;
  /** Recent less baseline, in points, of adjusted estimates. */
  readonly points: number;
  readonly z: number;
  readonly p: number;
}

export const sum = (parts: readonly Shares[]): Shares => parts.reduce((all, { n, promoters, detractors }) => ({ n: all.n + n, promoters: all.promoters + promoters, detractors: all.detractors + detractors }), NONE);

/** @param weeks sums of seven days each, the last seven first */
export function referenceOf(weeks: readonly Shares[]): Reference {
  const all = sum(weeks);
  const told = weeks.filter(({ n }) => n >= LEAST_WEEK);
  if (told.length < 3) return { ...all, dispersion: 1 };
  const [p, d] = [all.promoters / all.n, all.detractors / all.n];
  const variance = p + d - (p - d) ** 2;
  if (variance <= 0) return { ...all, dispersion: 1 };
  const chiSquare = told.reduce((found, { n, promoters, detractors }) => found + (n * ((promoters - detractors) / n - (p - d)) ** 2) / variance, 0);
  return { ...all, dispersion: Math.max(1, chiSquare / (told.length - 1)) };
}

/** The window against a baseline, by the adjusted-Wald test of two scores; null where either has too few answers. */
export function testWindow(weeks: readonly Shares[], window: Window, reference?: Reference): WindowTest | null {
  const recent = sum(weeks.slice(0, window));
  const baseline = reference ?? referenceOf(weeks.slice(window, window + BASELINE_WEEKS));
  if (recent.n < LEAST_RECENT || baseline.n < LEAST_BASELINE) return null;
  const [now, before] = [adjusted(recent), adjusted(baseline)];
  const points = now.centre - before.centre;
  const z = points / (Math.sqrt(baseline.dispersion) * Math.hypot(now.standardError, before.standardError));
  return { weeks: window, recent, baseline, points, z, p: twoSided(z) };
}
