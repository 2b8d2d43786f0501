import { isDue, type Run } from './due.ts';

const at = new Date('2026-11-22T12:00:00Z');
const after = (seconds: number): Date => new Date(at.getTime() + 1000 * seconds);
const run: Run = { day: '2026-11-22', seq: '7', finishedAt: at, tookMs: 100, seqNow: '7' };

test('the first look is at once, and then it rests, the longer the more it costs', () => {
  expect(isDue('change', { ...run, day: null, finishedAt: null }, at, '2026-11-22')).toBe(true);
  expect([59, 60].map((seconds) => isDue('change', { ...run, seqNow: '8' }, after(seconds), '2026-11-22'))).toEqual([false, true]);
  expect([60, 200].map((seconds) => isDue('change', { ...run, seqNow: '8', tookMs: 10_000 }, after(seconds), '2026-11-22'))).toEqual([false, true]);
});

test('figures that have not moved need no look, but on a new day', () => {
  expect(isDue('change', run, after(3600), '2026-11-22')).toBe(false);
  expect(isDue('change', run, after(3600), '2026-11-23')).toBe(true);
  expect(isDue('attack', run, after(15), '2026-11-22')).toBe(true);
});
