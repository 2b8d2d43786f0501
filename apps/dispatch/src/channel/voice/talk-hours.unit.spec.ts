import { isTalkTime, parseTalkHours } from './talk-hours.ts';

const hours = parseTalkHours('Sun-Thu 09:00-17:00')!;

it.each([
  ['a Sunday morning', '2026-11-22T07:00:00Z', true], ['its last minute', '2026-11-22T14:59:59Z', true], ['its end', '2026-11-22T15:00:00Z', false], ['the early morning', '2026-11-22T06:59:59Z', false],
  ['a Friday', '2026-11-20T10:00:00Z', false],
])('somebody can be talked to on %s in the time zone of the unit: %s %s', (_what, at, open) => expect(isTalkTime(hours, 'Asia/Jerusalem', new Date(at))).toBe(open));

it('follows the clocks when they change', () => {
  const [before, after] = ['2026-10-24T06:30:00Z', '2026-10-26T06:30:00Z'].map((at) => isTalkTime(parseTalkHours('Mon-Sun 09:00-17:00')!, 'Asia/Jerusalem', new Date(at)));
  expect([before, after]).toEqual([true, false]);
});

it.each(['', 'Sun-Thu', '09:00-17:00', 'Sun-Thu 9:00-17:00', 'Sun-Thu 17:00-09:00', 'So-Do 09:00-17:00', 'Sun-Thu 09:00-24:01'])('%j is no opening time', (text) => expect(parseTalkHours(text)).toBeUndefined());
