import { COUNT_COLUMNS, FUNNEL_COLUMNS, SCORE_COLUMNS, type CountColumn } from '../score-cells/cell.ts';
import type { Window } from './period.ts';
import type { SumRow } from './score-statement.ts';

/** Lengths that a figure can roll over, in days. */
export const ROLLING = { '7d': 7, '30d': 30, '90d': 90, '365d': 365 } as const;
export type Rolling = keyof typeof ROLLING;

const DAY_MS = 86_400_000;

/** The day so many days later, earlier if negative; never before the year 1 or after 9999. */
export const dayAfter = (day: string, days: number): string => dayOf(numberOf(day) + days);

/** The window of `days` that ends before `to`. */
export const windowBefore = (to: string, days: number): Window => ({ from: dayAfter(to, -days), to });

/** Where a day's rows must be read from so that the window of the first day is whole. */
export const readFrom = ({ from, to }: Window, days: number): Window => ({ from: from === null ? null : dayAfter(from, 1 - days), to });

/**
 * For every day of the window and every group the sums of the days that end with it; days before which nothing happened for so long are left out.
 * @param rows sums of single days, of each group in order of time
 * @returns rows whose `first` is the first day of the sum and whose `last` and `start` are the last; without an end, up to the last day of any group
 */
export function rolled(rows: readonly SumRow[], days: number, { from, to }: Window): SumRow[] {
  const end = to === null ? Math.max(...rows.map(({ start }) => numberOf(start!))) : numberOf(to) - 1;
  const groups = Map.groupBy(rows, ({ unit, touchpoint }) => `${unit ?? ''}|${touchpoint ?? ''}`);
  return [...groups.values()].flatMap((group) => [...rolledGroup(group, days, from === null ? -Infinity : numberOf(from), end)]);
}

function* rolledGroup(group: readonly SumRow[], days: number, from: number, end: number): Generator<SumRow> {
  const sums = Object.fromEntries(COUNT_COLUMNS.map((column) => [column, 0])) as Record<CountColumn, number>;
  const add = (row: SumRow, sign: 1 | -1): void => { for (const column of COUNT_COLUMNS) sums[column] += sign * row[column]; };
  const at = group.map(({ start }) => numberOf(start!));
  let entered = 0;
  let left = 0;
  for (let day = at[0]!; day <= end; day++) {
    // Nothing is in the window: go on with the next day on which something happened.
    if (entered === left && entered < group.length) day = Math.max(day, at[entered]!);
    while (entered < group.length && at[entered]! <= day) add(group[entered++]!, 1);
    while (left < entered && at[left]! <= day - days) add(group[left++]!, -1);
    if (entered === left && entered === group.length) return;
    if (day > end || day < from || !ACTIVE.some((column) => sums[column] !== 0)) continue;
    const { unit, touchpoint } = group[0]!;
    yield { ...(unit === undefined ? {} : { unit }), ...(touchpoint === undefined ? {} : { touchpoint }), ...sums, start: dayOf(day), first: dayOf(day - days + 1), last: dayOf(day), newest: dayOf(at[entered - 1]!) };
  }
}

const ACTIVE = [...SCORE_COLUMNS, ...FUNNEL_COLUMNS];
const numberOf = (day: string): number => Date.parse(`${day}T00:00:00Z`) / DAY_MS;
/** What can be asked for, and what databases know. */
const [FIRST, LAST] = [numberOf('0001-01-01'), numberOf('9999-12-31')];
const dayOf = (number: number): string => new Date(Math.min(Math.max(number, FIRST), LAST) * DAY_MS).toISOString().slice(0, 10);
