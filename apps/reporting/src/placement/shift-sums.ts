import { MEASURE_RANGE } from '@candor/nps';
import { prepared } from '@candor/database';
import type { EntityManager } from 'typeorm';
import type pg from 'pg';
import { COUNT_COLUMNS, SCORE_COLUMNS } from '../score-cells/cell.ts';
import { noteChanges } from '../score-cells/note-changes.ts';
import { ALL_TOUCHPOINTS } from '../score-cells/tables.ts';
import type { ChangedFigure } from '../score-cells/upsert-cells.ts';
import { changeShifts } from './tree-lock.ts';

/** A kind of row that is counted for every member of its path. */
export interface Counted {
  table: 'answer' | 'invitation';
  /** By column, what one row counts. */
  counts: Readonly<Record<string, string>>;
  measure: string;
  /** Whether it counts at all. */
  counted: string;
}

const lowest = `CASE measure ${Object.entries(MEASURE_RANGE).filter(([, { low }]) => low > 0).map(([measure, { low }]) => `WHEN '${measure}' THEN ${low}`).join(' ')} ELSE 0 END`;

export const ANSWERS: Counted = {
  table: 'answer',
  measure: 'measure',
  counted: 'NOT excluded',
  counts: {
    ...Object.fromEntries(SCORE_COLUMNS.map((column, index) => [column, `(score - ${lowest} = ${index})::int`])),
    discouraging: '(discourage >= 9 IS TRUE)::int', false_detractors: '(score <= 6 AND discourage <= 6 IS TRUE)::int',
  },
};

export const INVITATIONS: Counted = {
  table: 'invitation',
  measure: 'measure',
  counted: 'counted',
  counts: {
    invited: '1', delivered: 'delivered::int', bounced: 'bounced::int', answered: 'answered::int', matured_delivered: '(delivered AND matured)::int',
    matured_answered: '(delivered AND matured AND answered)::int', opened: '(opened IS TRUE)::int', started: '(started IS TRUE)::int',
  },
};

const KEY = 'programme, measure, unit, touchpoint, day';
const list = (show: (column: string) => string): string => COUNT_COLUMNS.map(show).join(', ');
const columnsOf = ({ counts }: Counted): string[] => COUNT_COLUMNS.filter((column) => column in counts);

/** One statement: gives rows the places named by `targets` (their `id` and `placed`), and moves the sums of the units they leave and enter. */
function shiftStatement(of: Counted, targets: string): string {
  const counts = columnsOf(of).map((column) => `${of.counts[column]} AS ${column}`).join(', ');
  const zeroes = COUNT_COLUMNS.filter((column) => !(column in of.counts)).map((column) => `0 AS ${column}`).join(', ');
  return `WITH moved AS (
      UPDATE ${of.table} AS a SET placed = t.placed FROM (${targets}) AS t WHERE a.id = t.id
      RETURNING new.*, coalesce(old.placed, old.path) AS was, coalesce(new.placed, new.path) AS now),
    counted AS (SELECT programme, ${of.measure} AS measure, touchpoint, day, was, now, ${counts}, ${zeroes} FROM moved WHERE ${of.counted}),
    shifted AS (
      INSERT INTO score_shift AS s (${KEY}, ${COUNT_COLUMNS.join(', ')})
      SELECT programme, measure, m.unit, t.touchpoint, day, ${list((column) => `sum(m.sign * ${column})`)}
      FROM counted c,
        LATERAL (SELECT unnest(c.now) AS unit, 1 AS sign UNION ALL SELECT unnest(c.was), -1) AS m,
        LATERAL (VALUES (c.touchpoint), ('${ALL_TOUCHPOINTS}')) AS t(touchpoint)
      GROUP BY programme, measure, m.unit, t.touchpoint, day HAVING ${columnsOf(of).map((column) => `sum(m.sign * ${column}) <> 0`).join(' OR ')}
      ORDER BY programme, measure, m.unit, t.touchpoint, day
      ON CONFLICT (${KEY}) DO UPDATE SET ${list((column) => `${column} = s.${column} + excluded.${column}`)}
      RETURNING programme, measure, unit, touchpoint)
  SELECT DISTINCT programme, measure, unit, touchpoint FROM shifted WHERE touchpoint <> '${ALL_TOUCHPOINTS}'`;
}

/** A copy made anew has no rows that were moved there and back: neither has this one. */
const SWEEP = `DELETE FROM score_shift s USING (SELECT DISTINCT * FROM unnest($1::text[], $2::text[], $3::text[])) AS f(programme, measure, unit)
  WHERE s.programme = f.programme AND s.measure = f.measure AND s.unit = f.unit AND ${COUNT_COLUMNS.map((column) => `s.${column} = 0`).join(' AND ')}`;

/** Puts the rows that `targets` names where it says. @returns the figures that are no longer what they were, for `tellMoved` */
export async function shift(tx: EntityManager, of: Counted, targets: string, values: unknown[]): Promise<ChangedFigure[]> {
  await changeShifts(tx);
  const changed = await prepared<ChangedFigure>(tx, shiftStatement(of, targets), values);
  const texts = (part: keyof ChangedFigure): string[] => changed.map((figure) => figure[part]);
  if (changed.length > 0) await prepared(tx, SWEEP, [texts('programme'), texts('measure'), texts('unit')]);
  return changed;
}

/** Tells whoever watches these figures. The last thing of a transaction: it locks the clock, which others come to with cells in their hands. */
export async function tellMoved(tx: EntityManager, moved: readonly ChangedFigure[]): Promise<void> {
  const distinct = [...new Map(moved.map((figure) => [`${figure.programme}|${figure.measure}|${figure.touchpoint}|${figure.unit}`, figure])).values()];
  if (distinct.length > 0) await noteChanges((await tx.queryRunner!.connect()) as pg.ClientBase, distinct, null);
}

/** Whether `targets` names anything: nearly always nothing, and then nobody waits for anybody. */
export async function anyOf(tx: EntityManager, targets: string, values: unknown[]): Promise<boolean> {
  const [row] = await prepared<{ found: boolean }>(tx, `SELECT EXISTS (${targets}) AS found`, values);
  return row!.found;
}
