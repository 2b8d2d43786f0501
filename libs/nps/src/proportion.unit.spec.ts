import { proportionDifference, shareInterval } from './proportion.ts';

test('a share has the interval of Wilson, which stays within 0 and 1', () => {
  expect(shareInterval({ count: 0, of: 0 })).toBeNull();
  expect(shareInterval({ count: 0, of: 10 })).toMatchObject({ low: 0 });
  // Newcombe 1998: 81 of 263 has 0.2553 to 0.3662.
  const { low, high } = shareInterval({ count: 81, of: 263 })!;
  expect(low).toBeCloseTo(0.2553, 3);
  expect(high).toBeCloseTo(0.3662, 3);
});

test('two shares differ by what was counted, and by an interval of adjusted estimates', () => {
  expect(proportionDifference({ count: 1, of: 1 }, { count: 0, of: 0 })).toBeNull();
  const { points, interval, p } = proportionDifference({ count: 40, of: 100 }, { count: 10, of: 100 })!;
  expect(points).toBeCloseTo(0.3, 10);
  // 41/102 - 11/102 with standard errors 0.0485 and 0.0307.
  expect(interval.low).toBeCloseTo(0.1817, 3);
  expect(interval.high).toBeCloseTo(0.4066, 3);
  expect(p).toBeLessThan(0.0001);
});

test('shares that are the same do not differ', () => expect(proportionDifference({ count: 5, of: 20 }, { count: 5, of: 20 })).toMatchObject({ points: 0, p: expect.closeTo(1, 6) }));
