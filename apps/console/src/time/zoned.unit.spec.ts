import { startOfDay } from './zoned.ts';

test.each([
  ['2026-11-23', 'Asia/Jerusalem', '2026-11-22T22:00:00.000Z'], ['2026-10-25', 'Asia/Jerusalem', '2026-10-24T21:00:00.000Z'], ['2026-10-26', 'Asia/Jerusalem', '2026-10-25T22:00:00.000Z'],
  ['2026-03-09', 'America/New_York', '2026-03-09T04:00:00.000Z'], ['2026-03-08', 'America/New_York', '2026-03-08T05:00:00.000Z'], ['2026-01-01', 'Asia/Kathmandu', '2025-12-31T18:15:00.000Z'], ['2026-01-01', 'UTC', '2026-01-01T00:00:00.000Z'],
])('%s begins in %s at %s', (day, zone, instant) => expect(startOfDay(day, zone).toISOString()).toBe(instant));
