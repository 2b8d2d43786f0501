import { int2Array, int4Array, int8Array, textArray } from '@candor/database';
import type pg from 'pg';
import { CELL_KEY, COUNT_COLUMNS, WHOLE_DAY, type Cell } from './cell.ts';
import { ALL_TOUCHPOINTS, ALL_UNITS } from './tables.ts';

export interface ChangedFigure {
  programme: string;
  measure: string;
  touchpoint: string;
  unit: string;
}

const list = (columns: readonly string[], show: (column: string) => string = (column) => column): string => columns.map(show).join(', ');

const firstCount = 10;
const incoming = `SELECT day::date, unit, touchpoint, programme, measure, hour, source, version, as_of::timestamptz, ${list(COUNT_COLUMNS)}
  FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::int2[], $7::text[], $8::int8[], $9::text[], ${
    COUNT_COLUMNS.map((_, i) => `$${i + firstCount}::int4[]`).join(', ')})
    AS i(day, unit, touchpoint, programme, measure, hour, source, version, as_of, ${list(COUNT_COLUMNS)})`;

/** Adds what changed to a table that sums over `source`. `of` names the changed cells and the unit to add them under. */
function addTo(table: string, key: readonly string[], of: string): string {
  return `INSERT INTO ${table} AS t (${list(key)}, ${list(COUNT_COLUMNS)})
    SELECT ${list(key)}, ${list(COUNT_COLUMNS, (column) => `sum(${column})`)} FROM (${of}) AS c GROUP BY ${list(key)} ORDER BY ${list(key)}
    ON CONFLICT (${list(key)}) DO UPDATE SET ${list(COUNT_COLUMNS, (column) => `${column} = t.${column} + excluded.${column}`)}`;
}

const DAY_KEY = ['programme', 'measure', 'unit', 'day', 'touchpoint'];
const own = `SELECT * FROM changed WHERE hour <> ${WHOLE_DAY}`;
const withTotals = `SELECT programme, measure, CASE hour WHEN ${WHOLE_DAY} THEN unit ELSE '${ALL_UNITS}' END AS unit, day, t.touchpoint, ${list(COUNT_COLUMNS)}
    FROM changed c, LATERAL (VALUES (c.touchpoint), ('${ALL_TOUCHPOINTS}')) AS t(touchpoint)`;

/**
 * Keeps the higher version of each cell, and moves the sums by the difference between what the cell said before and says now: exact
 * whatever is repeated or comes late. One statement per batch; the rows of each table are locked in the order of its key.
 */
const UPSERT = `WITH changed AS (
    INSERT INTO cell AS k (${list(CELL_KEY)}, version, as_of, ${list(COUNT_COLUMNS)}) ${incoming}
    ON CONFLICT (${list(CELL_KEY)}) DO UPDATE SET version = excluded.version, as_of = excluded.as_of, ${
      list(COUNT_COLUMNS, (column) => `${column} = excluded.${column}`)}
      WHERE k.version < excluded.version
    RETURNING ${list(CELL_KEY, (column) => `new.${column}`)}, ${list(COUNT_COLUMNS, (column) => `new.${column} - coalesce(old.${column}, 0) AS ${column}`)}),
  with_descendants AS (${addTo('score_day', ['programme', 'measure', 'unit', 'touchpoint', 'day'], withTotals)}),
  own_day AS (${addTo('own_score_day', DAY_KEY, own)}),
  own_hour AS (${addTo('own_score_hour', [...DAY_KEY, 'hour'], own)})
  SELECT DISTINCT programme, measure, touchpoint, unit FROM changed`;

/** @returns the figures that are no longer what they were; empty if every cell was known in this or a later version. */
export async function upsertCells(client: pg.ClientBase, cells: readonly Cell[]): Promise<ChangedFigure[]> {
  if (cells.length === 0) return [];
  const texts = (part: 'day' | 'unit' | 'touchpoint' | 'programme' | 'measure' | 'source' | 'asOf'): Buffer => textArray(cells.map((cell) => cell[part]));
  const values = [
    texts('day'), texts('unit'), texts('touchpoint'), texts('programme'), texts('measure'), int2Array(cells.map(({ hour }) => hour)),
    texts('source'), int8Array(cells.map(({ version }) => BigInt(version))), texts('asOf'),
    ...COUNT_COLUMNS.map((column) => int4Array(cells.map(({ counts }) => counts[column]))),
  ];
  // Named, so that the server plans it once per connection: planning takes longer than a small batch.
  const { rows } = await client.query<ChangedFigure>({ name: 'upsert-cells', text: UPSERT, values });
  return rows;
}
