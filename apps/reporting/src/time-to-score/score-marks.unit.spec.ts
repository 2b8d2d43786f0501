import { ScoreMarks } from './score-marks.ts';

test('a record is in the figures from the first version above its offset on, of its own source', () => {
  const marks = new ScoreMarks();
  marks.reached('r1', 5n, 100);
  marks.reached('r1', 9n, 200);
  marks.reached('r1', 7n, 300);
  marks.reached('r2', 99n, 50);
  expect([0n, 4n, 5n, 8n, 9n].map((offset) => marks.heldAt('r1', offset))).toEqual([100, 100, 200, 200, undefined]);
  expect(marks.heldAt('r3', 0n)).toBeUndefined();
});
test('of long ago it forgets, and still knows what is new', () => {
  const marks = new ScoreMarks();
  for (let version = 1; version <= 50_000; version++) marks.reached('r1', BigInt(version), version);
  expect(marks.heldAt('r1', 49_998n)).toBe(49_999);
});
