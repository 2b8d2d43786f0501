import fc from 'fast-check';
import { NO_SUMS } from './figure.ts';
import { dayAfter, readFrom, rolled, windowBefore } from './rolling.ts';
import type { SumRow } from './score-statement.ts';
import { earliestDay, latestDay } from './today.ts';

const on = (day: string, promoters: number, detractors = 0, more: Partial<SumRow> = {}): SumRow => ({ ...NO_SUMS, c10: promoters, c0: detractors, start: day, first: day, last: day, ...more });

test('each day has the sum of the days that end with it, and days of silence in between too', () => {
  const rows = [on('2026-02-27', 1), on('2026-03-01', 2, 1)];
  expect(rolled(rows, 7, { from: '2026-02-27', to: '2026-03-09' }).map(({ first, last, c10, c0 }) => [first, last, c10, c0])).toEqual([
    ['2026-02-21', '2026-02-27', 1, 0], ['2026-02-22', '2026-02-28', 1, 0], ['2026-02-23', '2026-03-01', 3, 1], ['2026-02-24', '2026-03-02', 3, 1], ['2026-02-25', '2026-03-03', 3, 1],
    ['2026-02-26', '2026-03-04', 3, 1], ['2026-02-27', '2026-03-05', 3, 1], ['2026-02-28', '2026-03-06', 2, 1], ['2026-03-01', '2026-03-07', 2, 1],
  ]);
});

test('what was before the first day counts for it, and without an end all groups go up to the last day of any', () => {
  const rows = [on('2026-03-01', 1, 0, { unit: 'a' }), on('2026-03-03', 1, 0, { unit: 'b' })];
  expect(rolled(rows, 7, { from: '2026-03-03', to: null }).map(({ unit, last }) => [unit, last])).toEqual([['a', '2026-03-03'], ['b', '2026-03-03']]);
  expect(rolled([], 7, { from: null, to: null })).toEqual([]);
});

test('an answer of 1970 costs no more than the days that it is in', () => {
  expect(rolled([on('1970-01-01', 1), on('2026-03-01', 1)], 30, { from: null, to: null })).toHaveLength(30 + 1);
});

test('whatever the days, every row is the sum of those in its window, and no day with something is missing', () => {
  const days = fc.uniqueArray(fc.tuple(fc.integer({ min: 0, max: 60 }), fc.nat(5), fc.nat(5)), { selector: ([day]) => day, minLength: 1, maxLength: 15 });
  fc.assert(fc.property(days, fc.constantFrom(7, 30), fc.integer({ min: 0, max: 40 }), (given, length, first) => {
    const rows = given.toSorted(([a], [b]) => a - b).map(([day, promoters, detractors]) => on(dayAfter('2026-01-01', day), promoters, detractors));
    const from = dayAfter('2026-01-01', first);
    const found = new Map(rolled(rows, length, { from, to: '2026-04-15' }).map((row) => [row.last, row]));
    for (let day = from; day < '2026-04-15'; day = dayAfter(day, 1)) {
      const inside = rows.filter(({ start }) => start! <= day && start! > dayAfter(day, -length));
      const sum = (column: 'c0' | 'c10'): number => inside.reduce((total, row) => total + row[column], 0);
      expect([found.get(day)?.c0 ?? 0, found.get(day)?.c10 ?? 0]).toEqual([sum('c0'), sum('c10')]);
      if (sum('c0') + sum('c10') > 0) expect(found.get(day)!.first).toBe(dayAfter(day, 1 - length));
    }
  }));
});

test('windows are half-open, and months of any length are counted in days', () => {
  expect(windowBefore('2024-03-01', 30)).toEqual({ from: '2024-01-31', to: '2024-03-01' });
  expect(readFrom({ from: '2026-03-01', to: null }, 7)).toEqual({ from: '2026-02-23', to: null });
});

test('today is the day where it is latest', () => {
  const evening = new Date('2026-11-22T22:30:00Z');
  expect(latestDay(evening, ['UTC'])).toBe('2026-11-22');
  expect(latestDay(evening, ['UTC', 'Asia/Jerusalem'])).toBe('2026-11-23');
  expect(latestDay(evening, [])).toBe('2026-11-22');
  expect(earliestDay(evening, ['Asia/Jerusalem', 'UTC', 'America/New_York'])).toBe('2026-11-22');
  expect(earliestDay(evening, ['Asia/Jerusalem'])).toBe('2026-11-23');
});

test('days stay among those that there are', () => {
  expect([dayAfter('2026-12-31', 1), dayAfter('0001-01-02', -365), dayAfter('9999-12-31', 1)]).toEqual(['2027-01-01', '0001-01-01', '9999-12-31']);
});
