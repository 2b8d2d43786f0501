/** The measures a figure can be of; they never mix (domain: smiley steps are not 0-10, and so on). */
export type Measure = 'nps' | 'enps' | 'csat' | 'ces' | 'womi' | 'smiley';
export type Segment = 'promoter' | 'passive' | 'detractor';

/** Lowest and highest score of each measure, whole numbers, both included. Recommend scales are 0 to 10, always. */
export const MEASURE_RANGE: Readonly<Record<Measure, { readonly low: number; readonly high: number }>> = Object.freeze({
  nps: { low: 0, high: 10 },
  enps: { low: 0, high: 10 },
  womi: { low: 0, high: 10 },
  csat: { low: 1, high: 5 },
  ces: { low: 1, high: 7 },
  /** red, yellow, green */
  smiley: { low: 0, high: 2 },
});

/** Number of entries of `counts`: one per possible score. */
export function countsLength(measure: Measure): number {
  const { low, high } = MEASURE_RANGE[measure];
  return high - low + 1;
}

/** Index in `counts` of a score of this measure. */
export function countIndex(measure: Measure, score: number): number {
  return score - MEASURE_RANGE[measure].low;
}

export function inRange(measure: Measure, score: number): boolean {
  const { low, high } = MEASURE_RANGE[measure];
  return Number.isInteger(score) && score >= low && score <= high;
}

const SCORES_OF: Readonly<Record<Segment, { readonly low: number; readonly high: number }>> = Object.freeze({
  promoter: { low: 9, high: 10 }, passive: { low: 7, high: 8 }, detractor: { low: 0, high: 6 },
});

/** Lowest and highest score of a segment of nps and enps, both included. */
export function scoresOf(segment: Segment): { readonly low: number; readonly high: number } {
  return SCORES_OF[segment];
}

/** Promoters 9-10, passives 7-8, detractors 0-6; null for measures that know no such segments. */
export function segmentOf(measure: Measure, score: number): Segment | null {
  if (measure !== 'nps' && measure !== 'enps') return null;
  if (score >= 9) return 'promoter';
  return score >= 7 ? 'passive' : 'detractor';
}
