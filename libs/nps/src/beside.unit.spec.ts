import { cautiousDifference, pairedDifference } from './beside.ts';
import { difference } from './difference.ts';

test('people who give both alike tell more of the difference than as many strangers', () => {
  // 100 people: 60 promote us and 50 the other, 40 of them both; nobody is a detractor of either but 20 of both.
  const paired = pairedDifference({ n: 100, apart: 10, squares: 30 })!;
  const strangers = difference({ n: 100, promoters: 60, detractors: 20 }, { n: 100, promoters: 50, detractors: 20 })!;
  expect(paired.points).toBeCloseTo(1000 / 103, 9);
  expect(paired.interval.high - paired.interval.low).toBeLessThan(strangers.interval.high - strangers.interval.low);
});
test('a few who all agree are not certain, and nobody says nothing', () => {
  expect(pairedDifference({ n: 3, apart: 3, squares: 3 })!.significant).toBe(false);
  expect(pairedDifference({ n: 40, apart: 40, squares: 40 })!.significant).toBe(true);
  expect([pairedDifference({ n: 0, apart: 0, squares: 0 }), cautiousDifference({ n: 0, promoters: 0, detractors: 0 }, { n: 5, promoters: 1, detractors: 1 })]).toEqual([null, null]);
});
test('where nobody knows who gave both, the interval is the widest there can be', () => {
  const [a, b] = [{ n: 100, promoters: 60, detractors: 20 }, { n: 80, promoters: 30, detractors: 30 }];
  const [cautious, plain] = [cautiousDifference(a, b)!, difference(a, b)!];
  expect(cautious.points).toBe(plain.points);
  expect(cautious.interval.low).toBeLessThan(plain.interval.low);
  // Two who go against each other: 50 love us and hate them, 50 the other way round.
  const against = pairedDifference({ n: 100, apart: 0, squares: 400 })!;
  const bound = cautiousDifference({ n: 100, promoters: 50, detractors: 50 }, { n: 100, promoters: 50, detractors: 50 })!;
  expect(bound.interval.high).toBeGreaterThan(against.interval.high - 1);
});
