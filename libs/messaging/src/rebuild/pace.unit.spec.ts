import { expect, test } from '@jest/globals';
import { Pace } from './pace.ts';

test('the rate is that of the last ten seconds, and of everything once asked for all', () => {
  const pace = new Pace();
  for (let second = 0; second <= 30; second++) pace.note(second * 1000, second <= 20 ? second * 100 : 2000 + (second - 20) * 10);
  expect(pace.now()).toBe(10);
  expect(pace.overall()).toBeCloseTo(2100 / 30, 5);
});

test('connecting is no reading: the time before the first record does not count', () => {
  const pace = new Pace();
  for (const [at, done] of [[0, 0], [5000, 0], [6000, 1000], [7000, 2000]] as const) pace.note(at, done);
  expect(pace.overall()).toBe(1000);
});

test('before there are two looks nothing is said', () => {
  const pace = new Pace();
  expect([pace.now(), pace.overall()]).toEqual([null, null]);
  pace.note(0, 5);
  expect([pace.now(), pace.overall()]).toEqual([null, null]);
});
