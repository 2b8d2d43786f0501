import fc from 'fast-check';
import { againstTarget, bandOf, difference, differ, faultOfBands, GOWAN_BANDS, holm, isAbove, ranking, restOf, SIGNIFICANCE, twoSided, type Shares } from './index.ts';

const shares: fc.Arbitrary<Shares> = fc.tuple(fc.nat(500), fc.nat(500), fc.nat(500)).filter(([p, q, d]) => p + q + d > 0)
  .map(([promoters, passives, detractors]) => ({ n: promoters + passives + detractors, promoters, detractors }));

describe('the difference of two scores', () => {
  test('is significant beyond 1.96 standard errors, by z, p and interval alike', () => {
    fc.assert(fc.property(shares, shares, (a, b) => {
      const found = difference(a, b)!;
      expect(found.significant).toBe(differ(a, b));
      expect(found.significant).toBe(found.p < SIGNIFICANCE);
      expect(found.significant).toBe(found.interval.low > 0 || found.interval.high < 0);
    }));
  });
  test('turns its sign when the two change places', () => {
    fc.assert(fc.property(shares, shares, (a, b) => {
      const [there, back] = [difference(a, b)!, difference(b, a)!];
      expect(there.points).toBeCloseTo(-back.points, 9);
      expect(there.interval.low).toBeCloseTo(-back.interval.high, 9);
      expect(there.p).toBeCloseTo(back.p, 12);
    }));
  });
  test('does not exist without answers', () => expect(difference({ n: 0, promoters: 0, detractors: 0 }, { n: 5, promoters: 5, detractors: 0 })).toBeNull());
  test.each([[0, 1], [1, 0.3173105], [1.96, 0.0499958], [2.5758293, 0.01], [4, 0.0000633]])('%d standard errors come by chance with %d', (z, p) => {
    expect(twoSided(z)).toBeCloseTo(p, 6);
    expect(twoSided(-z)).toBe(twoSided(z));
  });
});

describe('many comparisons at once', () => {
  const chances = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 20 });
  test('hold by the rule of Holm: 1 of 3 at 0.01, 0.04, 0.03', () => {
    expect(holm([0.01, 0.04, 0.03], 0.05)).toEqual([true, false, false]);
    expect(holm([0.01, 0.02, 0.04], 0.05)).toEqual([true, true, true]);
    expect(holm([])).toEqual([]);
  });
  test('hold no more often than alone, at least as often as by Bonferroni, and the smaller chance first', () => {
    fc.assert(fc.property(chances, (given) => {
      const holds = holm(given);
      given.forEach((chance, i) => {
        if (holds[i]) expect(chance).toBeLessThan(SIGNIFICANCE);
        if (chance < SIGNIFICANCE / given.length) expect(holds[i]).toBe(true);
        given.forEach((other, j) => { if (holds[i] && other < chance) expect(holds[j]).toBe(true); });
      });
    }));
  });
  test('raise a false alarm in no more than about 1 of 20 rankings of units that are the same', () => {
    let seed = 7;
    const random = (): number => (seed = (seed * 48271) % 2147483647) / 2147483647;
    const draw = (): Shares => {
      let promoters = 0;
      let detractors = 0;
      for (let i = 0; i < 200; i++) { const x = random(); if (x < 0.5) promoters++; else if (x > 0.8) detractors++; }
      return { n: 200, promoters, detractors };
    };
    const alarms = Array.from({ length: 400 }, () => ranking(Array.from({ length: 8 }, draw), (one) => one).at(-1)!.tier > 1).filter(Boolean).length;
    expect(alarms).toBeLessThanOrEqual(32);
  });
});

describe('a ranking', () => {
  const of = (promoters: number, passives: number, detractors: number): Shares => ({ n: promoters + passives + detractors, promoters, detractors });
  test('does not rank what does not differ', () => {
    const found = ranking([of(40, 30, 30), of(42, 30, 28), of(38, 30, 32)], (one) => one);
    expect(found.map(({ tier, places }) => [tier, places.from, places.to])).toEqual([[1, 1, 3], [1, 1, 3], [1, 1, 3]]);
  });
  test('puts into tiers what does, and says which places are left open', () => {
    const units = { weak: of(100, 100, 400), top: of(500, 50, 50), good: of(490, 60, 50), few: of(2, 0, 1), none: of(0, 0, 0) };
    const found = ranking(Object.entries({ ...units, few: of(0, 0, 0) }), ([, one]) => one);
    expect(found.map(({ item: [name], tier, places }) => [name, tier, places.from, places.to])).toEqual([['top', 1, 1, 2], ['good', 1, 1, 2], ['weak', 2, 3, 3]]);
    // Three answers differ from nobody, so they join all into one tier; the places still say that weak is below the best.
    const joined = ranking(Object.entries(units), ([, one]) => one);
    expect(joined.map(({ tier }) => tier)).toEqual([1, 1, 1, 1]);
    expect(joined.find(({ item: [name] }) => name === 'weak')!.places).toEqual({ from: 3, to: 4 });
  });
  test('never has a pair in two tiers that does not differ, nor the better one in the worse tier', () => {
    fc.assert(fc.property(fc.array(shares, { maxLength: 12 }), (all) => {
      const found = ranking(all, (one) => one);
      expect(found).toHaveLength(all.length);
      found.forEach((upper, i) => found.slice(i + 1).forEach((lower) => {
        expect(upper.tier).toBeLessThanOrEqual(lower.tier);
        const found = difference(upper.item, lower.item)!;
        expect(found.points).toBeGreaterThanOrEqual(0);
        if (upper.tier < lower.tier) expect(found.significant).toBe(true);
      }));
      found.forEach(({ places }, i) => { expect(places.from).toBeLessThanOrEqual(i + 1); expect(places.to).toBeGreaterThanOrEqual(i + 1); });
    }));
  });
  test('compares with the rest, which holds all answers but ones own', () => {
    expect(restOf([of(1, 2, 3), of(10, 20, 30), of(0, 1, 0)], 1)).toEqual({ n: 7, promoters: 1, detractors: 3 });
  });
});

describe('a target', () => {
  test.each([[30, 40, 29.9, 'met'], [30, 40, 30, 'undecided'], [30, 40, 35, 'undecided'], [30, 40, 40, 'undecided'], [30, 40, 40.1, 'not-met']] as const)(
    '%d to %d against %d is %s', (low, high, target, state) => expect(againstTarget({ low, high }, target)).toBe(state));
  test('is undecided where there are too few answers for an interval', () => {
    expect(againstTarget(null, -100)).toBe('undecided');
    expect(isAbove(null, 0)).toBe('undecided');
  });
});

describe('bands', () => {
  test.each([[-100, 'poor'], [0, 'poor'], [0.01, 'normal'], [30, 'normal'], [50, 'good'], [50.5, 'loved'], [70, 'loved'], [100, 'outstanding']])('%d is %s: an edge belongs to the band below it', (nps, key) => {
    expect(bandOf(nps)?.key).toBe(key);
  });
  test('cover every score once, and no score has none', () => {
    expect(faultOfBands(GOWAN_BANDS)).toBeNull();
    expect(bandOf(null)).toBeNull();
    fc.assert(fc.property(fc.double({ min: -100, max: 100, noNaN: true }), (nps) => { expect(bandOf(nps)).not.toBeNull(); }));
  });
  test.each([
    [[], 'end at 100'], [[{ key: 'a', upTo: 50, meaning: '' }], 'end at 100'], [[{ key: 'a', upTo: 60, meaning: '' }, { key: 'b', upTo: 60, meaning: '' }, { key: 'c', upTo: 100, meaning: '' }], 'above the one before'],
    [[{ key: 'a', upTo: -100, meaning: '' }, { key: 'c', upTo: 100, meaning: '' }], 'above -100'], [[{ key: 'a', upTo: 0, meaning: '' }, { key: 'a', upTo: 100, meaning: '' }], 'key of its own'],
  ])('with a gap or an overlap are refused', (bands, fault) => expect(faultOfBands(bands)).toContain(fault));
});
