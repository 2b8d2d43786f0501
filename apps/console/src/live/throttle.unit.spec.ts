import { jest } from '@jest/globals';
import { throttle } from './throttle.ts';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

test('a burst runs at once and once more at its end; nothing is dropped', () => {
  let runs = 0;
  const { call } = throttle(() => runs++, 1000);
  for (let i = 0; i < 20; i++) call();
  expect(runs).toBe(1);
  jest.advanceTimersByTime(1000);
  expect(runs).toBe(2);
  jest.advanceTimersByTime(5000);
  expect(runs).toBe(2);
});

test('after it was cancelled nothing runs', () => {
  let runs = 0;
  const { call, cancel } = throttle(() => runs++, 1000);
  call();
  call();
  cancel();
  jest.advanceTimersByTime(5000);
  expect(runs).toBe(1);
});
