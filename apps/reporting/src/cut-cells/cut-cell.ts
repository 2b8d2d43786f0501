import type { cutScored, DataOf } from '@candor/contracts';
import { cellOf, type Cell } from '../score-cells/cell.ts';

type CutScored = DataOf<typeof cutScored>;

export interface CutCell extends Cell {
  cut: string;
  value: string;
}

export const CUT_CELL_KEY = ['day', 'unit', 'touchpoint', 'programme', 'measure', 'cut', 'value', 'source'] as const;

/** A published cell of a cut as a row. */
export function cutCellOf(data: CutScored): CutCell {
  return { ...cellOf({ ...data, span: 'day' }), cut: data.cut, value: data.value };
}

/** As `newest` of the cells without a cut: one row per cell, in one order whatever came. */
export function newestCuts(cells: Iterable<CutCell>): CutCell[] {
  const byKey = new Map<string, CutCell>();
  for (const cell of cells) {
    // A value may hold anything: as JSON the parts cannot run together.
    const key = JSON.stringify(CUT_CELL_KEY.map((part) => cell[part]));
    const held = byKey.get(key);
    if (!held || held.version < cell.version) byKey.set(key, cell);
  }
  return [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, cell]) => cell);
}
