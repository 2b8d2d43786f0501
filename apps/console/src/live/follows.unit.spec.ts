import { follows } from './follows.ts';

test('a refusal with nothing to show stays readable while answers flow in, and is tried again later', () => {
  const failed = { status: 'error', data: undefined, errorUpdatedAt: 100_000 } as const;
  expect([follows(failed, 101_000), follows(failed, 129_000), follows(failed, 131_000)]).toEqual([false, false, true]);
});
test('figures that are shown, or on their way, follow at once', () => {
  expect(follows({ status: 'success', data: [], errorUpdatedAt: 0 }, 1)).toBe(true);
  expect(follows({ status: 'error', data: [], errorUpdatedAt: 1 }, 1)).toBe(true);
  expect(follows({ status: 'pending', data: undefined, errorUpdatedAt: 0 }, 1)).toBe(true);
});
