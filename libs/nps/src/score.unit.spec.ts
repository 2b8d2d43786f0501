import fc from 'fast-check';
import { addCounts, confidence, differ, npsOf, scoresOf, segmentOf, tally } from './index.ts';

const counts = fc.array(fc.nat(10_000), { minLength: 11, maxLength: 11 });

describe('the worked examples', () => {
  test('1,000 answers, 70 % promoters and 2 % detractors, are 68', () => {
    expect(npsOf([1, 2, 0, 0, 2, 5, 10, 100, 180, 300, 400])).toMatchObject({ nps: 68, n: 1000, promoters: 700, detractors: 20 });
  });
  test.each([
    [5, 10, 85, 80],
    [20, 30, 50, 30],
    [5, 30, 65, 60],
  ])('%i detractors, %i passives, %i promoters are %i', (detractors, passives, promoters, nps) => {
    expect(npsOf([0, 0, 0, detractors, 0, 0, 0, passives, 0, promoters, 0]).nps).toBe(nps);
  });
});

test.each(['promoter', 'passive', 'detractor'] as const)('the scores of a %s are exactly those that make one', (segment) => {
  const { low, high } = scoresOf(segment);
  for (let score = 0; score <= 10; score++) expect(segmentOf('nps', score) === segment).toBe(score >= low && score <= high);
});

describe('npsOf', () => {
  test('knows no score without answers', () => {
    expect(npsOf([])).toEqual({ nps: null, n: 0, promoters: 0, passives: 0, detractors: 0, mean: null });
  });
  test('stays within -100 and 100, and its parts sum to n', () => {
    fc.assert(fc.property(counts, (c) => {
      const score = npsOf(c);
      expect(score.promoters + score.passives + score.detractors).toBe(score.n);
      if (score.n > 0) {
        expect(score.nps).toBeGreaterThanOrEqual(-100);
        expect(score.nps).toBeLessThanOrEqual(100);
      } else expect(score.nps).toBeNull();
    }));
  });
  test('of a tally agrees with counting segments one by one', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 1 }), (scores) => {
      const by = (segment: string) => scores.filter((score) => segmentOf('nps', score) === segment).length;
      const { nps, promoters, passives, detractors } = npsOf(tally(scores));
      expect({ promoters, passives, detractors }).toEqual({ promoters: by('promoter'), passives: by('passive'), detractors: by('detractor') });
      expect(nps).toBeCloseTo((100 * (by('promoter') - by('detractor'))) / scores.length, 9);
    }));
  });
  test('of the sum of two cells does not depend on the order, and an empty cell changes nothing', () => {
    fc.assert(fc.property(counts, counts, (a, b) => {
      expect(addCounts(a, b)).toEqual(addCounts(b, a));
      expect(npsOf(addCounts(a, []))).toEqual(npsOf(a));
      expect(npsOf(addCounts(a, b)).n).toBe(npsOf(a).n + npsOf(b).n);
    }));
  });
  test('rises when a detractor becomes a promoter', () => {
    fc.assert(fc.property(counts.filter((c) => (c[3] ?? 0) > 0), (c) => {
      const better = [...c];
      better[3]!--;
      better[9]!++;
      expect(npsOf(better).nps!).toBeGreaterThan(npsOf(c).nps!);
    }));
  });
});

test.each([-1, 11, 7.5, Number.NaN])('tally refuses %d', (score) => {
  expect(() => tally([score])).toThrow(RangeError);
});

describe('confidence', () => {
  test('50/30/20 of 100 answers is 29.1 +- 15.1', () => {
    const { low, high } = confidence({ n: 100, promoters: 50, detractors: 20 })!;
    expect((low + high) / 2).toBeCloseTo(29.1, 1);
    expect((high - low) / 2).toBeCloseTo(15.1, 1);
  });
  test('5/3/2 of 10 answers is +- 42', () => {
    const { low, high } = confidence({ n: 10, promoters: 5, detractors: 2 })!;
    expect((high - low) / 2).toBeCloseTo(42, 0);
  });
  test('is clipped, ordered and narrower with more answers of the same mix', () => {
    fc.assert(fc.property(fc.nat(500), fc.nat(500), fc.nat(500), (promoters, passives, detractors) => {
      const n = promoters + passives + detractors;
      fc.pre(n > 0);
      const few = confidence({ n, promoters, detractors })!;
      const many = confidence({ n: n * 16, promoters: promoters * 16, detractors: detractors * 16 })!;
      expect(few.low).toBeGreaterThanOrEqual(-100);
      expect(few.high).toBeLessThanOrEqual(100);
      expect(few.low).toBeLessThan(few.high);
      expect(many.high - many.low).toBeLessThan(few.high - few.low);
    }));
  });
  test('does not exist without answers', () => expect(confidence({ n: 0, promoters: 0, detractors: 0 })).toBeNull());
});

test('two scores differ only beyond their standard errors, whichever comes first', () => {
  const low = { n: 400, promoters: 100, detractors: 200 };
  const high = { n: 400, promoters: 200, detractors: 100 };
  expect([differ(low, high), differ(high, low), differ(low, low)]).toEqual([true, true, false]);
  expect(differ({ n: 5, promoters: 1, detractors: 2 }, { n: 5, promoters: 2, detractors: 1 })).toBe(false);
});
