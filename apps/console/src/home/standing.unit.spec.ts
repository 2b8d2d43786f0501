import { npsOf } from '@candor/nps';
import type { ScoreRow } from '../figures/score-row.ts';
import { ranking, scaleOf, standsOut } from './standing.ts';

/** Detractors, passives, promoters. */
const row = (unit: string, d: number, pa: number, pr: number, rest: Partial<ScoreRow> = {}): ScoreRow => {
  const counts = [0, 0, 0, d, 0, 0, 0, pa, 0, pr, 0];
  const n = d + pa + pr;
  return {
    unit, ...npsOf(counts), counts, from: '', to: '', confidence: null, invited: 0, answered: 0, pending: 0, bounced: 0, responseRate: null,
    sufficient: n >= 10, suppressed: false, ...rest,
  };
};

test('units are ranked by score; those with too few answers are not ranked', () => {
  const { shown, few } = ranking([row('a', 10, 0, 20), row('b', 0, 0, 40), row('c', 5, 0, 0), row('d', 3, 0, 4), row('e', 10, 0, 20)]);
  expect(shown.map(({ unit }) => unit)).toEqual(['b', 'a', 'e']);
  expect(few.map(({ unit }) => unit)).toEqual(['d', 'c']);
});

describe('what stands out', () => {
  const whole = row('', 60, 60, 280);
  test('is the lowest unit that differs from all the others together', () => {
    expect(standsOut([row('fine', 10, 10, 80), row('bad', 40, 10, 30)], whole)?.unit).toBe('bad');
  });
  test('is nothing where the lowest may be chance', () => {
    expect(standsOut([row('small', 3, 2, 7), row('fine', 10, 10, 80)], whole)).toBeNull();
  });
  test('is nothing where there is only one unit, or too few answers', () => {
    expect(standsOut([whole], whole)).toBeNull();
    expect(standsOut([row('tiny', 6, 0, 0)], whole)).toBeNull();
  });
});

test('a shared scale holds every interval', () => {
  expect(scaleOf([row('a', 10, 10, 30, { confidence: { low: 17, high: 63, level: 0.95 } })])).toEqual({ from: 10, to: 70 });
  expect(scaleOf([])).toEqual({ from: -100, to: 100 });
});
