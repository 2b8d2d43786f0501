import { firstZone, quietUntil } from './quiet-hours.ts';

const night = { from: '21:00', to: '08:00' };
const until = (window: { from: string; to: string } | null, zone: string, now: string): string | undefined => quietUntil(window, zone, new Date(now))?.toISOString();

describe('quietUntil', () => {
  it.each([
    ['in the evening', '2026-11-22T19:00:00Z', '2026-11-23T06:00:00.000Z'],
    ['after midnight', '2026-11-23T01:00:00Z', '2026-11-23T06:00:00.000Z'],
    ['to the last moment', '2026-11-23T05:59:59.999Z', '2026-11-23T06:00:00.000Z'],
    ['not at their end', '2026-11-23T06:00:00Z', undefined],
    ['not before their beginning', '2026-11-22T18:59:59Z', undefined],
  ])('holds %s, when the window crosses midnight', (_, now, end) => expect(until(night, 'Asia/Jerusalem', now)).toBe(end));

  it('holds within one day', () => {
    expect(until({ from: '13:00', to: '15:30' }, 'Europe/London', '2026-11-22T14:00:00Z')).toBe('2026-11-22T15:30:00.000Z');
    expect(until({ from: '13:00', to: '15:30' }, 'Europe/London', '2026-11-22T15:30:00Z')).toBeUndefined();
  });

  it('follows the clocks of the zone when they change', () => {
    // New York, 8 March 2026: 02:00 becomes 03:00; 1 November: 02:00 becomes 01:00.
    expect(until(night, 'America/New_York', '2026-03-08T04:00:00Z')).toBe('2026-03-08T12:00:00.000Z');
    expect(until({ from: '01:00', to: '02:30' }, 'America/New_York', '2026-03-08T06:30:00Z')).toBe('2026-03-08T07:30:00.000Z');
    expect(until(night, 'America/New_York', '2026-11-01T04:00:00Z')).toBe('2026-11-01T13:00:00.000Z');
  });

  it('knows no quiet hours without a window, or with an empty one', () => {
    expect(until(null, 'UTC', '2026-11-22T23:00:00Z')).toBeUndefined();
    expect(until({ from: '08:00', to: '08:00' }, 'UTC', '2026-11-22T08:00:00Z')).toBeUndefined();
  });
});

describe('firstZone', () => {
  it('skips what is no time zone', () => {
    expect(firstZone('nowhere', undefined, 'Asia/Jerusalem')).toBe('Asia/Jerusalem');
    expect(firstZone(null)).toBe('UTC');
  });
});
