import type { CellScored } from './cell-scored.ts';

/** Columns of the figures tables that are counts: they add up over cells, days, units and touchpoints. */
export const SCORE_COLUMNS = ['c0', 'c1', 'c2', 'c3', 'c4', 'c5', 'c6', 'c7', 'c8', 'c9', 'c10'] as const;
export const WOMI_COLUMNS = ['discouraging', 'false_detractors'] as const;
export const FUNNEL_COLUMNS = ['invited', 'delivered', 'bounced', 'answered', 'matured_delivered', 'matured_answered', 'opened', 'started'] as const;
export const COUNT_COLUMNS = [...SCORE_COLUMNS, ...WOMI_COLUMNS, ...FUNNEL_COLUMNS] as const;
export type CountColumn = (typeof COUNT_COLUMNS)[number];

/** What tells one cell from another; `hour` is -1 for a cell of a whole day. */
export const CELL_KEY = ['day', 'unit', 'touchpoint', 'programme', 'measure', 'hour', 'source'] as const;
export const WHOLE_DAY = -1;

export interface Cell {
  day: string;
  unit: string;
  touchpoint: string;
  programme: string;
  measure: string;
  hour: number;
  source: string;
  version: number;
  asOf: string;
  counts: Readonly<Record<CountColumn, number>>;
}

/** A published cell as a row. WoMI's true detractors are those who gave 9 or 10 to "discourage" (domain 4.6). */
export function cellOf(data: CellScored): Cell {
  const counts = Object.fromEntries(COUNT_COLUMNS.map((column) => [column, 0])) as Record<CountColumn, number>;
  SCORE_COLUMNS.forEach((column, score) => { counts[column] = data.counts[score] ?? 0; });
  counts.discouraging = (data.womi?.discourage[9] ?? 0) + (data.womi?.discourage[10] ?? 0);
  counts.false_detractors = data.womi?.falseDetractors ?? 0;
  const { funnel } = data;
  if (funnel) {
    Object.assign(counts, {
      invited: funnel.invited, delivered: funnel.delivered, bounced: funnel.bounced, answered: funnel.answered,
      matured_delivered: funnel.maturedDelivered, matured_answered: funnel.maturedAnswered,
      opened: funnel.opened ?? 0, started: funnel.started ?? 0,
    });
  }
  const { day, unit, touchpoint, programme, measure, source, version, asOf } = data;
  return { day, unit, touchpoint, programme, measure, hour: data.span === 'hour' ? (data.hour ?? 0) : WHOLE_DAY, source, version, asOf, counts };
}

/**
 * The newest state of each cell in a batch, in the order of the key: a statement may touch a row once, and batches that lock rows in
 * one order cannot deadlock.
 */
export function newest(cells: Iterable<Cell>): Cell[] {
  const byKey = new Map<string, Cell>();
  for (const cell of cells) {
    const key = CELL_KEY.map((part) => cell[part]).join('|');
    const held = byKey.get(key);
    if (!held || held.version < cell.version) byKey.set(key, cell);
  }
  return [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, cell]) => cell);
}
