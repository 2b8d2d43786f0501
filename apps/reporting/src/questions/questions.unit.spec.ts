import fc from 'fast-check';
import { figureOf, NO_SUMS } from '../scores/figure.ts';
import { aboveRivals, grown, monthsBefore } from './questions.ts';

const figure = (promoters: number, passives: number, detractors: number, leastN = 10) => figureOf('nps', { ...NO_SUMS, c10: promoters, c8: passives, c0: detractors }, { leastN, anonymous: false });
const rival = (nps: number) => ({ key: `r${nps}`, name: `Rival ${nps}`, nps });

test('above rivals is yes above all, no below one, and undecided while an interval contains one or none is known', () => {
  const ours = figure(60, 20, 20);
  const answer = (...scores: number[]) => aboveRivals(ours, scores.map(rival)).answer;
  expect([answer(10, 20), answer(10, 40), answer(10, 80), answer(40, 80), answer()]).toEqual(['yes', 'undecided', 'no', 'no', 'undecided']);
  expect(aboveRivals(figure(5, 0, 0), [rival(-100)]).answer).toBe('undecided');
  expect(aboveRivals(ours, [rival(10), rival(40)]).rivals.map((one) => one.answer)).toEqual(['yes', 'undecided']);
});

test('grown is yes only where the rise is more than chance', () => {
  const over = (...earlier: [number, number, number][]) => grown(figure(300, 100, 100), earlier.map((parts, i) => ({ months: 3 * (i + 1), figure: figure(...parts) }))).answer;
  expect(over([200, 100, 200], [200, 100, 200])).toBe('yes');
  expect(over([300, 100, 100], [200, 100, 200])).toBe('yes');
  expect(over([290, 100, 110], [300, 100, 100])).toBe('undecided');
  expect(over([400, 50, 50], [300, 100, 100])).toBe('no');
  expect(over([400, 50, 50], [200, 100, 200])).toBe('undecided');
  expect(over([2, 0, 0], [0, 0, 0])).toBe('undecided');
});

test.each([['2026-11-23', 3, '2026-08-23'], ['2026-05-31', 3, '2026-02-28'], ['2024-05-31', 3, '2024-02-29'], ['2026-01-15', 6, '2025-07-15'], ['2026-12-31', 6, '2026-06-30']])('%s less %i months is %s', (day, months, expected) => {
  expect(monthsBefore(day, months)).toBe(expected);
});
test('no day is before the year 1, and years of two digits are theirs', () => {
  expect([monthsBefore('0001-02-01', 3), monthsBefore('0050-05-31', 3), monthsBefore('0004-05-31', 3)]).toEqual(['0001-01-01', '0050-02-28', '0004-02-29']);
});
test('going back months never reaches a later day', () => {
  const day = fc.date({ min: new Date('1970-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
  fc.assert(fc.property(day, fc.integer({ min: 1, max: 24 }), (given, months) => {
    expect(monthsBefore(given, months) < given).toBe(true);
    expect(monthsBefore(given, months) <= monthsBefore(given, months - 1)).toBe(true);
  }));
});
