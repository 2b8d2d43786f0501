import { differ } from '@candor/nps';
import { isShown, type ScoreRow, type ShownRow } from '../figures/score-row.ts';

/** Units with a figure, best first; equal ones in the order of their keys. Those with too few answers come after, most answers first. */
export function ranking(rows: readonly ScoreRow[]): { shown: ShownRow[]; few: ScoreRow[] } {
  const byKey = (a: ScoreRow, b: ScoreRow): number => (a.unit ?? '').localeCompare(b.unit ?? '');
  return {
    shown: rows.filter(isShown).sort((a, b) => b.nps - a.nps || byKey(a, b)),
    few: rows.filter((row) => !isShown(row)).sort((a, b) => b.n - a.n || byKey(a, b)),
  };
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

/** Ends of a scale that holds all rows with their intervals, in tens. */
export function scaleOf(rows: readonly Pick<ScoreRow, 'nps' | 'confidence'>[]): { from: number; to: number } {
  const values = rows.flatMap((row) => [row.nps, row.confidence?.low ?? null, row.confidence?.high ?? null]).filter((value) => value !== null);
  if (values.length === 0) return { from: -100, to: 100 };
  return { from: Math.max(-100, Math.floor(Math.min(...values) / 10) * 10), to: Math.min(100, Math.ceil(Math.max(...values) / 10) * 10) };
}
