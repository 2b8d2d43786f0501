import type { Measure } from '@candor/contracts';
import { valueOf, valueRange } from '../figures/measure.ts';
import type { ScoreRow } from '../figures/score-row.ts';
import type { Interval } from '../time/range.ts';

/** A step of the trend as it is drawn: x in ms, all null where it must not show a number. */
export interface TrendPoint {
  readonly at: number;
  readonly nps: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** The longest that a step can be. */
const STEP_MS: Readonly<Record<Interval, number>> = { hour: HOUR, day: DAY, week: 7 * DAY, month: 31 * DAY, quarter: 92 * DAY, year: 366 * DAY };

/** Rows of a trend in order of time. A step with too few answers, withheld, or without any (the API leaves it out) is a gap. */
export function trendPoints(rows: readonly ScoreRow[], interval: Interval, measure: Measure = 'nps'): TrendPoint[] {
  const points = rows.map((row) => pointOf(row, measure)).sort((a, b) => a.at - b.at);
  return points.flatMap((point, index) => {
    const next = points[index + 1];
    const missing = next !== undefined && next.at - point.at > 1.5 * STEP_MS[interval];
    return missing ? [point, { at: point.at + STEP_MS[interval], nps: null, low: null, high: null }] : [point];
  });
}

function pointOf(row: ScoreRow, measure: Measure): TrendPoint {
  const value = valueOf(row, measure);
  const shown = value !== null;
  return {
    at: Date.parse(row.from.length === 10 ? row.from : `${row.from.slice(0, 16)}Z`),
    nps: value,
    low: shown ? row.confidence?.low ?? null : null,
    high: shown ? row.confidence?.high ?? null : null,
  };
}

/** The score axis: round ends around everything drawn, never narrower than 40 points, so that noise does not look like news; of a mean its whole scale; and the step of its lines. */
export function axisRange(points: readonly TrendPoint[], measure: Measure = 'nps'): { min: number; max: number; step: number } {
  const { low: least, high: greatest } = valueRange(measure);
  if (least >= 0) return { min: least, max: greatest, step: greatest - least <= 2 ? 0.5 : 1 };
  const values = points.flatMap((point) => [point.low, point.high, point.nps]).filter((value) => value !== null);
  if (values.length === 0) return { min: -100, max: 100, step: 50 };
  const low = Math.min(...values);
  const high = Math.max(...values);
  const step = high - low <= 60 ? 10 : high - low <= 150 ? 20 : 50;
  let min = Math.floor(low / step) * step;
  let max = Math.ceil(high / step) * step;
  while (max - min < 40) {
    if (max < 100) max += step;
    if (max - min < 40 && min > -100) min -= step;
  }
  return { min: Math.max(-100, min), max: Math.min(100, max), step };
}

/** Times that get a label on the axis: steps that there are, evenly chosen, at most `most`. */
export function tickTimes(points: readonly TrendPoint[], most = 8): number[] {
  const every = Math.max(1, Math.ceil(points.length / most));
  return points.filter((_, index) => index % every === 0).map((point) => point.at);
}
