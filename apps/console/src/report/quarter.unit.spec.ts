import { firstDayOf, isQuarter, partsOf, quartersUpTo } from './quarter.ts';

test('quarters go back over the new year', () => expect(quartersUpTo('2026-05-03', 4)).toEqual(['2026-Q2', '2026-Q1', '2025-Q4', '2025-Q3']));
test('a quarter has its first day and its parts', () => {
  expect([firstDayOf('2026-Q1'), firstDayOf('2026-Q4')]).toEqual(['2026-01-01', '2026-10-01']);
  expect(partsOf('2026-Q3')).toEqual({ year: '2026', number: '3' });
});
test.each(['2026-Q5', '2026', '', undefined, 3])('%j is no quarter', (text) => expect(isQuarter(text)).toBe(false));
