import fc from 'fast-check';
import { DateTime } from 'luxon';
import { holyDays } from './holy-days.ts';
import { quietTime, quietWindows, type QuietWindow } from './quiet-time.ts';
import { countryOfZone, whereabouts } from './whereabouts.ts';

const night = { from: '21:00', to: '08:00' };
const windows = (hours: typeof night | null): QuietWindow[] => quietWindows({ quietHours: hours }, 'email');
const at = (country: string | null, zone: string, now: string, window: typeof night | null = night): string | undefined => waits(country, zone, now, windows(window));
const waits = (country: string | null, zone: string, now: string, quiet: readonly QuietWindow[]): string | undefined => {
  const until = quietTime(quiet, { country, zone }, DateTime.fromISO(now, { zone }).toJSDate(), holyDays)?.until;
  return until && DateTime.fromJSDate(until, { zone }).toFormat("ccc yyyy-MM-dd'T'HH:mm");
};

describe('quiet time', () => {
  it.each<[string, string | null, string, string, string | undefined]>([
    ['Israel on Friday morning', 'IL', 'Asia/Jerusalem', '2026-11-20T10:00', undefined],
    ['Israel on Friday afternoon', 'IL', 'Asia/Jerusalem', '2026-11-20T14:00', 'Sun 2026-11-22T08:00'],
    ['Israel on Saturday', 'IL', 'Asia/Jerusalem', '2026-11-21T12:00', 'Sun 2026-11-22T08:00'],
    ['Israel on Sunday', 'IL', 'Asia/Jerusalem', '2026-11-22T12:00', undefined],
    ['Israel on the eve of Yom Kippur', 'IL', 'Asia/Jerusalem', '2026-09-20T15:00', 'Tue 2026-09-22T08:00'],
    ['Israel from a Friday into two days of New Year', 'IL', 'Asia/Jerusalem', '2026-09-11T16:00', 'Mon 2026-09-14T08:00'],
    ['Saudi Arabia on Friday', 'SA', 'Asia/Riyadh', '2026-11-20T10:00', 'Sun 2026-11-22T08:00'],
    ['Britain on Saturday', 'GB', 'Europe/London', '2026-11-21T10:00', 'Mon 2026-11-23T08:00'],
    ['Britain on Friday', 'GB', 'Europe/London', '2026-11-20T10:00', undefined],
    ['Germany on Christmas Eve at noon', 'DE', 'Europe/Berlin', '2026-12-24T13:00', undefined],
    ['Germany at Christmas, then a Sunday', 'DE', 'Europe/Berlin', '2026-12-24T15:00', 'Mon 2026-12-28T08:00'],
    ['America on the Fourth, kept on Friday', 'US', 'America/Los_Angeles', '2026-07-03T10:00', 'Mon 2026-07-06T08:00'],
    ['a country that is not known, on Sunday', null, 'UTC', '2026-11-22T10:00', undefined],
  ])('in %s', (_what, country, zone, now, until) => expect(at(country, zone, now)).toBe(until));

  it('is a stretch that ends when nothing delays any more: the night after the feast too', () => {
    expect(at('GB', 'Europe/London', '2026-11-20T22:00')).toBe('Mon 2026-11-23T08:00');
    expect(at('IL', 'Asia/Jerusalem', '2026-11-21T12:00', { from: '12:00', to: '13:00' })).toBe('Sat 2026-11-21T21:00');
  });

  it('does not exist where the programme says no quiet hours: weekends and holy days do not delay either', () => {
    expect(at('IL', 'Asia/Jerusalem', '2026-11-21T12:00', null)).toBeUndefined();
    expect(at('GB', 'Europe/London', '2026-12-25T12:00', null)).toBeUndefined();
  });

  it('ends at a moment that is later and free, wherever and whenever, over changes of clocks too', () => {
    const places = [['IL', 'Asia/Jerusalem'], ['US', 'America/New_York'], ['GB', 'Europe/London'], ['AU', 'Australia/Lord_Howe'], ['BR', 'America/Sao_Paulo'], ['EG', 'Africa/Cairo'], ['ET', 'Africa/Addis_Ababa'], ['CL', 'America/Santiago'], ['PT', 'Atlantic/Azores']] as const;
    const hour = fc.integer({ min: 0, max: 23 }).map((each) => `${String(each).padStart(2, '0')}:00`);
    const window = fc.record({ from: hour, to: hour }).filter(({ from, to }) => from !== to);
    const moment = fc.date({ min: new Date('2024-01-01'), max: new Date('2030-01-01'), noInvalidDate: true });
    fc.assert(fc.property(fc.constantFrom(...places), window, moment, ([country, zone], hours, now) => {
      const found = quietTime(windows(hours), { country, zone }, now, holyDays);
      if (!found) return;
      expect(found.until.getTime()).toBeGreaterThan(now.getTime());
      expect(quietTime(windows(hours), { country, zone }, found.until, holyDays)).toBeNull();
      // A night, a weekend and the longest feasts; never dropped.
      expect(found.until.getTime() - now.getTime()).toBeLessThan(14 * 24 * 3600 * 1000);
    }), { numRuns: 400 });
  });
});

describe('hours for calls', () => {
  const policy = { quietHours: null, callHours: { from: '09:00', to: '20:00' } };
  const call = (country: string | null, zone: string, now: string, quietHours: typeof night | null = null): string | undefined => waits(country, zone, now, quietWindows({ ...policy, quietHours }, 'voice'));

  it('are kept by calls and by nothing else', () => {
    expect(call('US', 'America/New_York', '2026-11-24T20:00')).toBe('Wed 2026-11-25T09:00');
    expect([call('US', 'America/New_York', '2026-11-24T19:59'), call('US', 'America/New_York', '2026-11-24T09:00')]).toEqual([undefined, undefined]);
    expect([quietWindows(policy, 'sms'), quietWindows(policy, 'email'), quietWindows({ quietHours: null }, 'voice')]).toEqual([[], [], []]);
  });
  it('leave out weekends and holy days, as quiet hours do, and hold on top of these', () => {
    expect(call('IL', 'Asia/Jerusalem', '2026-11-20T15:00')).toBe('Sun 2026-11-22T09:00');
    expect(call('US', 'America/New_York', '2026-11-24T19:30', { from: '19:00', to: '09:30' })).toBe('Wed 2026-11-25T09:30');
    expect(quietTime(quietWindows(policy, 'voice'), { country: 'US', zone: 'America/New_York' }, new Date('2026-11-25T04:00:00Z'), holyDays)?.why).toBe('not the time for calls in America/New_York until 2026-11-25T14:00:00.000Z');
  });
  it.each([
    ['forward', 'Europe/Berlin', '2026-03-29T01:30:00Z', { from: '02:30', to: '20:00' }, undefined], ['forward, before them', 'Europe/Berlin', '2026-03-29T00:59:00Z', { from: '02:30', to: '20:00' }, '2026-03-29T01:30:00.000Z'],
    ['back', 'America/New_York', '2026-11-01T05:30:00Z', policy.callHours, '2026-11-01T14:00:00.000Z'], ['back, in the hour that comes twice', 'America/New_York', '2026-11-01T06:30:00Z', { from: '01:15', to: '20:00' }, undefined],
    ['the day before', 'America/New_York', '2026-10-31T05:30:00Z', policy.callHours, '2026-10-31T13:00:00.000Z'],
  ])('begin and end by the clock on the wall when it goes %s', (_way, zone, now, callHours, until) => {
    expect(quietTime(quietWindows({ quietHours: null, callHours }, 'voice'), { country: null, zone }, new Date(now), holyDays)?.until.toISOString()).toBe(until);
  });
});

describe('where somebody is', () => {
  it.each<[string, { phone?: string; timeZone?: string }, string, string | null, string]>([
    ['by phone number', { phone: '+972 50-123-4567' }, 'Europe/London', 'IL', 'Asia/Jerusalem'],
    ['by phone number before time zone', { phone: '+972501234567', timeZone: 'Europe/Paris' }, 'Europe/London', 'IL', 'Europe/Paris'],
    ['by time zone', { timeZone: 'Europe/Kyiv' }, 'Asia/Jerusalem', 'UA', 'Europe/Kyiv'],
    ['by the unit', {}, 'Asia/Jerusalem', 'IL', 'Asia/Jerusalem'],
    ['by the unit, when number and zone say nothing', { phone: '050-1234567', timeZone: 'nowhere' }, 'Asia/Jerusalem', 'IL', 'Asia/Jerusalem'],
    ['in a country with many time zones, by the unit\'s', { phone: '+12125550123' }, 'Asia/Jerusalem', 'US', 'Asia/Jerusalem'],
    ['nowhere, in UTC', {}, 'UTC', null, 'UTC'],
  ])('is known %s', (_how, contact, unitZone, country, zone) => expect(whereabouts(contact, unitZone)).toEqual({ country, zone }));

  it('takes every name of a zone', () => expect(['Asia/Tel_Aviv', 'Asia/Jerusalem', 'Asia/Kolkata', 'Asia/Calcutta', 'Europe/London', 'Africa/Addis_Ababa'].map(countryOfZone)).toEqual(['IL', 'IL', 'IN', 'IN', 'GB', 'ET']));
});
