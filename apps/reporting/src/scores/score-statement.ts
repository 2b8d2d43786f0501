import { MEASURE_RANGE, type Measure } from '@candor/nps';
import { COUNT_COLUMNS, FUNNEL_COLUMNS, SCORE_COLUMNS, type CountColumn } from '../score-cells/cell.ts';
import { ALL_TOUCHPOINTS, SCORE_DAYS } from '../score-cells/tables.ts';
import { batches } from '../anonymity/batches.ts';
import type { Interval, Window } from './period.ts';
import { valueOf, type CutAsked } from './cuts.ts';
import type { Grouping } from './request.ts';
import type { Source } from './selection.ts';

export interface Asked {
  programme: string;
  measure: Measure;
  /** null: all of the programme. */
  touchpoints: readonly string[] | null;
  sources: readonly Source[];
  window: Window;
  interval: Interval;
  groupBy: readonly Grouping[];
  cut?: CutAsked | null;
  /** No more rows than this are read. */
  most?: number;
}

/** One row of the statement: sums of counts, with the keys that were asked for. Days are `YYYY-MM-DD`. */
export type SumRow = Record<CountColumn, number> & { touchpoint?: string; unit?: string; value?: string | null; start?: string; hour?: number; first: string; last: string;
  /** The last day on which something was counted, where `last` is another one. */
  newest?: string };

export interface Statement {
  text: string;
  values: unknown[];
  /** The columns by which its rows are ordered. */
  keys: string[];
}

const STARTS: Record<Interval, string | null> = {
  hour: 'day', day: 'day', week: `date_trunc('week', day)::date`, month: `date_trunc('month', day)::date`,
  quarter: `date_trunc('quarter', day)::date`, year: `date_trunc('year', day)::date`, all: null,
};

/** Reads the sums of the sources, grouped as asked; groups in which nothing happened are left out. */
export function scoreStatement(asked: Asked): Statement {
  const values: unknown[] = [];
  const bind = (value: unknown): string => `$${values.push(value)}`;
  const { interval, groupBy, cut } = asked;
  const start = STARTS[interval];
  const groups = [...(['unit', 'touchpoint'] as const).filter((group) => groupBy.includes(group)), ...(cut && groupBy.includes(cut.cut) ? ['value'] : []), ...(start ? [`${start}`] : []), ...(interval === 'hour' ? ['hour'] : [])];
  const sums = COUNT_COLUMNS.map((column) => `${sum(column, asked)}::float8 AS ${column}`);
  const keys = groups.map((group) => (group === start ? `to_char(${start}, 'YYYY-MM-DD') AS start` : group));
  const all = asked.sources.map((source) => subquery(source, asked, bind)).join(' UNION ALL ');
  const from = takesAway(asked) ? dayByDay(all, groups.filter((group) => group !== start)) : all;
  const day = (which: 'min' | 'max'): string => `to_char(${which}(day) FILTER (WHERE ${somethingIn((column) => column)}), 'YYYY-MM-DD')`;
  const text = `SELECT ${[...keys, ...sums, `${day('min')} AS first`, `${day('max')} AS last`].join(', ')}
    FROM (${from}) AS s ${groups.length > 0 ? `GROUP BY ${groups.join(', ')}` : ''}
    HAVING ${somethingIn((column) => `sum(${column})`)}
    ${groups.length > 0 ? `ORDER BY ${groups.join(', ')}` : ''}${asked.most === undefined ? '' : ` LIMIT ${bind(asked.most)}`}`;
  return { text, values, keys: groups.map((group) => (group === start ? 'start' : group)) };
}

const somethingIn = (value: (column: string) => string): string => [...SCORE_COLUMNS, ...FUNNEL_COLUMNS].map((column) => `${value(column)} <> 0`).join(' OR ');

/** Whether some rows of the sources take back what others say of the same day: an answer that counts elsewhere since a late move, or one that says a value of the cut. */
const takesAway = ({ sources, cut }: Asked): boolean => Boolean(cut) || sources.some(({ table }) => table === 'score_day');

/** What is left of each day, so that one of which nothing is left is not taken for the first or the last. */
const dayByDay = (rows: string, groups: readonly string[]): string => {
  const keys = [...groups, 'day'].join(', ');
  return `SELECT ${keys}, ${COUNT_COLUMNS.map((column) => `sum(${column}) AS ${column}`).join(', ')} FROM (${rows}) AS r GROUP BY ${keys}`;
};

/** A cell of a cut may be here before that of its day: what said no value is never less than nothing. */
const sum = (column: string, { cut }: Asked): string => (cut ? `greatest(sum(${column}), 0)` : `sum(${column})`);

type Bind = (value: unknown) => string;

function subquery(source: Source, asked: Asked, bind: Bind): string {
  const { programme, measure, window: { from, to }, interval } = asked;
  const table = source.table === 'answers' ? `(${singly(source, asked, bind)}) AS t` : asked.cut ? `(${byCut(asked.cut, bind)}) AS t` : `${source.table === 'score_day' ? SCORE_DAYS : source.table} AS t`;
  const where = [
    `t.programme = ${bind(programme)}`, `t.measure = ${bind(measure)}`, ...touchpointsOf(source, asked, bind),
    ...(source.table === 'answers' && asked.cut?.values ? [`t.value = ANY(${bind(asked.cut.values)}::text[])`] : []),
    ...(from === null ? [] : [`t.day >= ${bind(from)}::date`]), ...(to === null ? [] : [`t.day < ${bind(to)}::date`]),
  ];
  const columns = `t.touchpoint, t.day, ${asked.cut ? 't.value, ' : ''}${interval === 'hour' ? 't.hour, ' : ''}${COUNT_COLUMNS.map((column) => `t.${column}`).join(', ')}`;
  if (source.labels && source.labels.some((label, i) => label !== source.units?.[i])) {
    return `SELECT m.label AS unit, ${columns} FROM unnest(${bind(source.labels)}::text[], ${bind(source.units)}::text[]) AS m(label, member)
      JOIN ${table} ON t.unit = m.member WHERE ${where.join(' AND ')}`;
  }
  if (source.units) where.push(`t.unit = ANY(${bind(source.units)}::text[])`);
  return `SELECT t.unit, ${columns} FROM ${table} WHERE ${where.join(' AND ')}`;
}

/** Days of the units by value. What said none, or was recorded before the cut was declared, is what the days have beyond all values: so the rows add up. */
function byCut({ cut, values }: CutAsked, bind: Bind): string {
  const keys = 'programme, measure, unit, touchpoint, day';
  const name = bind(cut);
  const said = `SELECT ${keys}, value, ${COUNT_COLUMNS.join(', ')} FROM cut_day WHERE cut = ${name}`;
  if (values) return `${said} AND value = ANY(${bind(values)}::text[])`;
  return `${said} UNION ALL SELECT ${keys}, NULL, ${COUNT_COLUMNS.join(', ')} FROM own_score_day
    UNION ALL SELECT ${keys}, NULL, ${COUNT_COLUMNS.map((column) => `-${column}`).join(', ')} FROM cut_day WHERE cut = ${name}`;
}

/** Where all touchpoints count for one row, `score_day` has their sum. */
function touchpointsOf({ table }: Source, { touchpoints, groupBy }: Asked, bind: Bind): string[] {
  if (touchpoints) return [`t.touchpoint = ANY(${bind(touchpoints)}::text[])`];
  if (table !== 'score_day') return [];
  return [`t.touchpoint ${groupBy.includes('touchpoint') ? '<>' : '='} '${ALL_TOUCHPOINTS}'`];
}

/** Single answers and invitations in the shape of the figures tables: only for units that have moved, since it costs a row per answer. */
function singly(source: Source, { measure, cut }: Asked, bind: Bind): string {
  const units = bind(source.units);
  const through = bind(source.through);
  const { low } = MEASURE_RANGE[measure];
  const scores = SCORE_COLUMNS.map((column, index) => `(score = ${index + low})::int AS ${column}`).join(', ');
  const none = (columns: readonly string[]): string => columns.map((column) => `0 AS ${column}`).join(', ');
  const placed = `unit = ANY(${units}::text[]) AND coalesce(placed, path) && ${through}::text[]`;
  const value = cut ? `, ${valueOf(cut)} AS value` : '';
  return `SELECT programme, measure, unit, day, touchpoint, hour, ${scores},
      (discourage >= 9 IS TRUE)::int AS discouraging, (score <= 6 AND discourage <= 6 IS TRUE)::int AS false_detractors, ${none(FUNNEL_COLUMNS)}${value}
      FROM answer WHERE programme IS NOT NULL AND NOT excluded AND ${placed}
    ${cut ? '' : `UNION ALL ${batches(`unit = ANY(${units}::text[]) AND path && ${through}::text[]`)}`}
    UNION ALL SELECT programme, measure, unit, day, touchpoint, hour, ${none([...SCORE_COLUMNS, 'discouraging', 'false_detractors'])},
      1, delivered::int, bounced::int, answered::int, (delivered AND matured)::int, (delivered AND matured AND answered)::int, (opened IS TRUE)::int, (started IS TRUE)::int${value}
      FROM invitation WHERE counted AND ${placed}`;
}
