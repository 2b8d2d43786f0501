import { int4Array, int8Array, textArray } from '@candor/database';
import type pg from 'pg';
import { COUNT_COLUMNS } from '../score-cells/cell.ts';
import { CUT_CELL_KEY, type CutCell } from './cut-cell.ts';

const list = (columns: readonly string[], show: (column: string) => string = (column) => column): string => columns.map(show).join(', ');
const SUM_KEY = ['programme', 'measure', 'cut', 'unit', 'day', 'touchpoint', 'value'];
const VERSION = CUT_CELL_KEY.length + 1;

/** As the cells without a cut are kept: the higher version of each, and the sums moved by what it says now less what it said before. */
const UPSERT = `WITH changed AS (
    INSERT INTO cut_cell AS k (${list(CUT_CELL_KEY)}, version, ${list(COUNT_COLUMNS)})
    SELECT ${list(CUT_CELL_KEY, (column) => (column === 'day' ? 'day::date' : column))}, version, ${list(COUNT_COLUMNS)}
    FROM unnest(${CUT_CELL_KEY.map((_, i) => `$${i + 1}::text[]`).join(', ')}, $${VERSION}::int8[], ${COUNT_COLUMNS.map((_, i) => `$${VERSION + 1 + i}::int4[]`).join(', ')})
      AS i(${list(CUT_CELL_KEY)}, version, ${list(COUNT_COLUMNS)})
    ON CONFLICT (${list(CUT_CELL_KEY)}) DO UPDATE SET version = excluded.version, ${list(COUNT_COLUMNS, (column) => `${column} = excluded.${column}`)}
      WHERE k.version < excluded.version
    RETURNING ${list(SUM_KEY, (column) => `new.${column}`)}, ${list(COUNT_COLUMNS, (column) => `new.${column} - coalesce(old.${column}, 0) AS ${column}`)})
  INSERT INTO cut_day AS t (${list(SUM_KEY)}, ${list(COUNT_COLUMNS)})
  SELECT ${list(SUM_KEY)}, ${list(COUNT_COLUMNS, (column) => `sum(${column})`)} FROM changed GROUP BY ${list(SUM_KEY)} ORDER BY ${list(SUM_KEY)}
  ON CONFLICT (${list(SUM_KEY)}) DO UPDATE SET ${list(COUNT_COLUMNS, (column) => `${column} = t.${column} + excluded.${column}`)}`;

/** One statement for any number of cells; none where none came. */
export async function upsertCutCells(client: pg.ClientBase, cells: readonly CutCell[]): Promise<void> {
  if (cells.length === 0) return;
  await client.query({
    name: 'upsert-cut-cells',
    text: UPSERT,
    values: [
      ...CUT_CELL_KEY.map((part) => textArray(cells.map((cell) => cell[part]))), int8Array(cells.map(({ version }) => BigInt(version))),
      ...COUNT_COLUMNS.map((column) => int4Array(cells.map(({ counts }) => counts[column]))),
    ],
  });
}
