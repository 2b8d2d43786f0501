import type { ScoreRow } from '../figures/score-row.ts';

/** A step of the trend as it is drawn: x in ms, all null where it must not show a number. */
export interface TrendPoint {
  readonly at: number;
  readonly nps: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** Rows of a trend in order of time. A step with too few answers, or withheld, is a gap. */
export function trendPoints(rows: readonly ScoreRow[]): TrendPoint[] {
  return rows
    .map((row) => {
      const shown = row.sufficient && !row.suppressed && row.nps !== null;
      return {
        at: Date.parse(row.from.length === 10 ? row.from : `${row.from.slice(0, 16)}Z`),
        nps: shown ? row.nps : null,
        low: shown ? row.confidence?.low ?? null : null,
        high: shown ? row.confidence?.high ?? null : null,
      };
    })
    .sort((a, b) => a.at - b.at);
}

/** Ends of the score axis: tens around everything drawn, never narrower than 40 points, so that noise does not look like news. */
export function axisRange(points: readonly TrendPoint[]): { min: number; max: number } {
  const values = points.flatMap((point) => [point.low, point.high, point.nps]).filter((value) => value !== null);
  if (values.length === 0) return { min: -100, max: 100 };
  let min = Math.floor(Math.min(...values) / 10) * 10;
  let max = Math.ceil(Math.max(...values) / 10) * 10;
  while (max - min < 40) {
    if (max < 100) max += 10;
    if (max - min < 40 && min > -100) min -= 10;
  }
  return { min: Math.max(-100, min), max: Math.min(100, max) };
}

/** Times that get a label on the axis: steps that there are, evenly chosen, at most `most`. */
export function tickTimes(points: readonly TrendPoint[], most = 8): number[] {
  const every = Math.max(1, Math.ceil(points.length / most));
  return points.filter((_, index) => index % every === 0).map((point) => point.at);
}
