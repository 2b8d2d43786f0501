import type { Measure } from '@candor/contracts';
import { valueOf } from '../figures/measure.ts';
import type { ScoreRow } from '../figures/score-row.ts';

export interface HeatLine {
  readonly unit: string;
  /** The unit over all touchpoints of the selection. */
  readonly total: ScoreRow | undefined;
  readonly cells: ReadonlyMap<string, ScoreRow>;
}

export interface HeatMatrix {
  readonly touchpoints: readonly string[];
  readonly lines: readonly HeatLine[];
  /** Units nobody answered about: named together, since a line of dashes each would bury the others. */
  readonly silent: readonly string[];
}

/**
 * Units down, touchpoints across. Units are in the order of their score, worst first, those with too few answers last; touchpoints in the order of
 * their number of answers. Only what has answers gets a column or a line.
 */
export function heatMatrix(units: readonly string[], totals: readonly ScoreRow[], cells: readonly ScoreRow[], measure: Measure = 'nps'): HeatMatrix {
  const answers = new Map<string, number>();
  for (const { touchpoint, n } of cells) if (touchpoint !== undefined && n > 0) answers.set(touchpoint, (answers.get(touchpoint) ?? 0) + n);
  const touchpoints = [...answers.keys()].sort((a, b) => (answers.get(b) ?? 0) - (answers.get(a) ?? 0) || a.localeCompare(b));
  const lines = units.map((unit) => ({
    unit,
    total: totals.find((row) => row.unit === unit),
    cells: new Map(cells.flatMap((row) => (row.unit === unit && row.touchpoint !== undefined ? [[row.touchpoint, row] as const] : []))),
  }));
  const answered = lines.filter(({ total }) => total !== undefined && total.n > 0).sort((a, b) => rank(a.total, measure) - rank(b.total, measure));
  return { touchpoints, lines: answered, silent: units.filter((unit) => answered.every((line) => line.unit !== unit)) };
}

/** Sorting value of a unit: its score, or past every score where there is none to show. */
function rank(row: ScoreRow | undefined, measure: Measure): number {
  const value = row && valueOf(row, measure);
  return value !== undefined && value !== null ? value : 1000 - (row?.n ?? 0) / 1e6;
}
