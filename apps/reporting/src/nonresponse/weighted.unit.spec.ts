import { weightedOf } from './weighted.ts';

const happy = { invited: 100, n: 80, promoters: 80, detractors: 0 };
const unhappy = { invited: 100, n: 20, promoters: 0, detractors: 20 };

test('where the unhappy answer less, the weighted score is below the pooled one', () => {
  expect(weightedOf([happy, unhappy], 30)).toMatchObject({ pooled: { nps: 60, n: 100 }, weighted: { nps: 0, strata: 2, coverage: 1 }, difference: -60 });
});
test('where all answer alike, both are the same', () => {
  const { pooled, weighted, difference } = weightedOf([{ ...happy, n: 50, promoters: 50 }, { ...unhappy, n: 50, detractors: 50 }], 30);
  expect([pooled.nps, weighted!.nps, difference]).toEqual([0, 0, 0]);
});
test('strata with a handful of answers are taken together, and what did not answer at all is said', () => {
  const silent = { invited: 50, n: 0, promoters: 0, detractors: 0 };
  const few = { invited: 50, n: 1, promoters: 1, detractors: 0 };
  expect(weightedOf([happy, few, silent], 30).weighted).toMatchObject({ nps: 100, strata: 2, coverage: 1 });
  expect(weightedOf([happy, silent], 30).weighted).toMatchObject({ strata: 1, coverage: 100 / 150 });
});
test('without answers there is nothing to weight, and with few no interval', () => {
  expect(weightedOf([], 30)).toEqual({ pooled: { nps: null, n: 0, confidence: null }, weighted: null, difference: null });
  expect(weightedOf([{ invited: 10, n: 9, promoters: 9, detractors: 0 }], 30)).toMatchObject({ pooled: { confidence: null }, weighted: { nps: 100, confidence: null } });
});
