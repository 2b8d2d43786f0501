import { differ } from '@candor/nps';
import type { Measure } from '@candor/contracts';
import { valueOf, valueRange } from '../figures/measure.ts';
import { isShown, type ScoreRow, type ShownRow } from '../figures/score-row.ts';

/** With the number that stands for it. */
export type ValuedRow = ScoreRow & { readonly figure: number };

/** Units with a figure, best first; equal ones in the order of their keys. Those with too few answers come after, most answers first. */
export function ranking(rows: readonly ScoreRow[], measure: Measure = 'nps'): { shown: ValuedRow[]; few: ScoreRow[] } {
  const byKey = (a: ScoreRow, b: ScoreRow): number => (a.unit ?? '').localeCompare(b.unit ?? '');
  return {
    shown: rows.flatMap((row) => valued(row, measure) ?? []).sort((a, b) => b.figure - a.figure || byKey(a, b)),
    few: rows.filter((row) => valueOf(row, measure) === null).sort((a, b) => b.n - a.n || byKey(a, b)),
  };
}

function valued(row: ScoreRow, measure: Measure): ValuedRow | null {
  const figure = valueOf(row, measure);
  return figure === null ? null : { ...row, figure };
}

/**
 * The unit with the lowest score that is really lower than the rest of the whole, not only by chance: a unit is compared with all others together,
 * never with a whole that contains it. Null where nothing stands out.
 */
export function standsOut(rows: readonly ScoreRow[], whole: ScoreRow): ShownRow | null {
  if (!isShown(whole)) return null;
  const candidates = rows.filter(isShown).sort((a, b) => a.nps - b.nps);
  for (const row of candidates) {
    const rest = { n: whole.n - row.n, promoters: whole.promoters - row.promoters, detractors: whole.detractors - row.detractors };
    if (rest.n <= 0) continue;
    const restNps = (100 * (rest.promoters - rest.detractors)) / rest.n;
    if (row.nps < restNps && differ(row, rest)) return row;
  }
  return null;
}

/** Ends of a scale that holds all rows with their intervals, in tens; of a mean its whole scale. */
export function scaleOf(rows: readonly Pick<ScoreRow, 'nps' | 'confidence'>[], measure: Measure = 'nps'): { from: number; to: number } {
  const { low, high } = valueRange(measure);
  if (low >= 0) return { from: low, to: high };
  const values = rows.flatMap((row) => [row.nps, row.confidence?.low ?? null, row.confidence?.high ?? null]).filter((value) => value !== null);
  if (values.length === 0) return { from: -100, to: 100 };
  return { from: Math.max(-100, Math.floor(Math.min(...values) / 10) * 10), to: Math.min(100, Math.ceil(Math.max(...values) / 10) * 10) };
}
