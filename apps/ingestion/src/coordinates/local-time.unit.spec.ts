import fc from 'fast-check';
import { DateTime } from 'luxon';
import { localTime } from './local-time.ts';

const ZONES = ['UTC', 'Asia/Jerusalem', 'Asia/Kathmandu', 'America/New_York', 'Australia/Lord_Howe', 'Pacific/Chatham', 'Africa/Addis_Ababa', 'Europe/Moscow', 'America/Caracas'];

describe('the local day and hour of a unit', () => {
  it.each([
    ['2026-11-22T22:30:00Z', 'Asia/Jerusalem', '2026-11-23', 0],
    ['2026-11-22T21:59:59.999Z', 'Asia/Jerusalem', '2026-11-22', 23],
    ['2026-03-27T00:00:00Z', 'Asia/Jerusalem', '2026-03-27', 3],
    ['2026-03-26T23:59:59Z', 'Asia/Jerusalem', '2026-03-27', 1],
    ['2026-11-22T03:00:00Z', 'America/New_York', '2026-11-21', 22],
    ['2026-11-22T18:20:00Z', 'Asia/Kathmandu', '2026-11-23', 0],
    ['1970-01-01T00:00:00Z', 'Africa/Addis_Ababa', '1970-01-01', 3],
  ])('of %s in %s are %s, %i', (at, zone, day, hour) => expect(localTime(new Date(at), zone)).toEqual({ day, hour }));

  it('agree with an independent calendar at any instant, through every change of clocks', () => {
    const instant = fc.date({ min: new Date('1930-01-01'), max: new Date('2060-01-01'), noInvalidDate: true });
    fc.assert(fc.property(instant, fc.constantFrom(...ZONES), (at, zone) => {
      const expected = DateTime.fromJSDate(at, { zone });
      expect(localTime(at, zone)).toEqual({ day: expected.toISODate(), hour: expected.hour });
    }), { numRuns: 2000 });
  });
});
