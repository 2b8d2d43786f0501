import { identify, isRunning } from './identity.ts';

test('a running process is recognised, and one of the same number that started at another time is not', () => {
  const self = identify(process.pid)!;
  expect(isRunning(self)).toBe(true);
  expect(isRunning({ ...self, started: 'another time' })).toBe(false);
});

test('a number that no process has gives no identity', () => {
  expect(identify(2 ** 22 + 1)).toBeNull();
});
