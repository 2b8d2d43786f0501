import { countdown } from './countdown.ts';
import { addDays, intervalFor, isDay, lengthOf, presetRange, previousRange } from './range.ts';
import { absolute, relative } from './relative.ts';

const now = new Date('2026-11-22T12:00:00Z');
const before = (ms: number): Date => new Date(now.getTime() - ms);

describe('a relative time', () => {
  test.each([[5_000, 'now'], [3 * 60_000, '3 min. ago'], [3 * 3_600_000, '3 hr. ago'], [24 * 3_600_000, 'yesterday'], [-3_600_000, 'in 1 hr.']])('%d ms ago reads "%s"', (ms, words) => {
    expect(relative(before(ms), now, 'en')).toBe(words);
  });
  test('becomes a date after a week, with the year when it is another', () => {
    expect(relative(before(10 * 86_400_000), now, 'en')).toBe('Nov 12');
    expect(relative(before(400 * 86_400_000), now, 'en')).toBe('Oct 18, 2025');
  });
  test('has an absolute one in the zone of the unit', () => {
    expect(absolute(now, 'en', 'Asia/Jerusalem')).toContain('2:00:00');
    expect(absolute(now, 'en', 'UTC')).toContain('UTC');
  });
});

describe('a countdown', () => {
  test.each([[-90 * 60_000, { late: false, urgent: false, distance: '1h 30m' }], [-20 * 60_000, { late: false, urgent: true, distance: '20m' }], [130 * 60_000, { late: true, urgent: true, distance: '2h 10m' }],
    [-50 * 3_600_000, { late: false, urgent: false, distance: '2d 2h' }]])('%d ms past its deadline', (ms, expected) => {
    expect(countdown(before(ms), now, 'en')).toEqual(expected);
  });
});

describe('a range of days', () => {
  test('ends after today, so that today counts', () => {
    expect(presetRange('7d', '2026-11-22')).toEqual({ from: '2026-11-16', to: '2026-11-23' });
  });
  test('is compared with the same length just before', () => {
    const range = presetRange('30d', '2026-03-31');
    expect(previousRange(range).to).toBe(range.from);
    expect(lengthOf(previousRange(range))).toBe(30);
  });
  test('knows real days only', () => {
    expect(['2026-02-28', '2026-02-29', '2026-2-1', 'x', undefined].map(isDay)).toEqual([true, false, false, false, false]);
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
  });
  test.each([['1d', 'hour'], ['7d', 'day'], ['30d', 'day'], ['90d', 'week'], ['365d', 'week']] as const)('%s is drawn by %s', (preset, interval) => {
    expect(intervalFor(presetRange(preset, '2026-11-22'))).toBe(interval);
  });
});
