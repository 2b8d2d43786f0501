import { linesOf } from './total.ts';

const touchpoints = [{ touchpoint: 'support', weight: 1, share: 0.25, nps: 20, n: 100 }, { touchpoint: 'visit', weight: 3, share: 0.75, nps: 50, n: 200 }];

test('what the touchpoints bring adds up to the total, the heaviest first', () => {
  const lines = linesOf({ touchpoints, missing: [] });
  expect(lines.map(({ touchpoint, points }) => [touchpoint, points])).toEqual([['visit', 37.5], ['support', 5]]);
  expect(lines.reduce((sum, { points }) => sum + points!, 0)).toBe(42.5);
});
test('what is missing is told last, and as no score', () => {
  expect(linesOf({ touchpoints, missing: [{ touchpoint: 'web', weight: 9 }] }).at(-1)).toEqual({ touchpoint: 'web', weight: 9, share: null, nps: null, n: 0, points: null });
});
