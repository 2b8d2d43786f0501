import fc from 'fast-check';
import { daysOf, quarterOf } from './quarter.ts';

test.each([['2026-Q1', '2026-01-01', '2026-04-01'], ['2026-Q4', '2026-10-01', '2027-01-01'], ['2024-Q2', '2024-04-01', '2024-07-01'], ['0099-Q4', '0099-10-01', '0100-01-01']])('%s is from %s until before %s', (quarter, from, to) => {
  expect(daysOf(quarter)).toEqual({ from, to });
});
test.each(['2026-Q5', '2026-Q0', '26-Q1', '2026Q1', '2026-q1', '', '0000-Q1', '9999-Q4'])('%j is no quarter', (text) => expect(daysOf(text)).toBeNull());
test('every day is in its quarter', () => {
  fc.assert(fc.property(fc.date({ min: new Date('1970-01-01'), max: new Date('2200-01-01'), noInvalidDate: true }), (date) => {
    const day = date.toISOString().slice(0, 10);
    const { from, to } = daysOf(quarterOf(day))!;
    expect(from <= day && day < to).toBe(true);
  }));
});
