import { confidence } from '@candor/nps';
import fc from 'fast-check';
import { compose } from './compose.ts';

const all = (score: number, n: number): number[] => Array.from({ length: 11 }, (_, i) => (i === score ? n : 0));

test('each touchpoint counts by its weight, whatever its number of answers', () => {
  const { nps, n, touchpoints } = compose([{ touchpoint: 'visit', weight: 3, counts: all(10, 1) }, { touchpoint: 'support', weight: 1, counts: all(0, 1000) }]);
  expect([nps, n]).toEqual([50, 1001]);
  expect(touchpoints.map(({ share }) => share)).toEqual([0.75, 0.25]);
});

test('what is missing is named, and what has no weight is neither used nor missed', () => {
  const { nps, missing } = compose([
    { touchpoint: 'visit', weight: 3, counts: all(10, 5) }, { touchpoint: 'web', weight: 2, counts: null }, { touchpoint: 'shop', weight: 1, counts: all(0, 0) },
    { touchpoint: 'old', weight: 0, counts: all(0, 5) },
  ]);
  expect(nps).toBe(100);
  expect(missing).toEqual([{ touchpoint: 'web', weight: 2 }, { touchpoint: 'shop', weight: 1 }]);
});

test('of nothing there is no total', () => {
  expect(compose([])).toEqual({ nps: null, n: 0, confidence: null, touchpoints: [], missing: [] });
});

test('of a single touchpoint it is that touchpoints score and interval', () => {
  const counts = [1, 0, 0, 2, 0, 0, 3, 4, 5, 6, 7];
  const { nps, confidence: interval } = compose([{ touchpoint: 'visit', weight: 0.2, counts }]);
  expect(nps).toBeCloseTo((100 * (13 - 6)) / 28, 9);
  expect(interval!.low).toBeCloseTo(confidence({ n: 28, promoters: 13, detractors: 6 })!.low, 9);
});

test('multiplying all weights changes nothing, and the total lies between the touchpoints scores', () => {
  const counts = fc.array(fc.nat(50), { minLength: 11, maxLength: 11 }).filter((c) => c.some((n) => n > 0));
  fc.assert(fc.property(fc.array(fc.tuple(fc.integer({ min: 1, max: 9 }), counts), { minLength: 1, maxLength: 5 }), fc.integer({ min: 2, max: 9 }), (given, factor) => {
    const parts = given.map(([weight, c], i) => ({ touchpoint: `t${i}`, weight, counts: c }));
    const { nps, touchpoints } = compose(parts);
    expect(compose(parts.map((part) => ({ ...part, weight: part.weight * factor }))).nps).toBeCloseTo(nps!, 9);
    expect(nps!).toBeGreaterThanOrEqual(Math.min(...touchpoints.map((t) => t.nps)) - 1e-9);
    expect(nps!).toBeLessThanOrEqual(Math.max(...touchpoints.map((t) => t.nps)) + 1e-9);
  }));
});
