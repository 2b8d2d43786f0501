import fc from 'fast-check';
import { DateTime } from 'luxon';
import { chosen, type Walker } from '../../test/walk-model.ts';
import { asksOn, daysLeft, daysToPlan, momentOf, periodOf } from './walk.ts';

const programme = 'relationship';
const weekdays = [1, 2, 3, 4, 5];
const schedules = fc.record({
  from: fc.integer({ min: 0, max: 400 }).map((n) => DateTime.fromISO('2026-01-01').plus({ days: n }).toISODate()!),
  period: fc.integer({ min: 7, max: 60 }).map((days) => `P${days}D`),
  days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 }),
});
const people = (n: number, prefix = 'p'): Walker[] => Array.from({ length: n }, (_, i) => ({ person: `${prefix}-${String(i).padStart(4, '0')}` }));
const daysOf = (schedule: { from: string; period: string; days: number[] }, begins: string, ends: string): string[] => {
  const days: string[] = [];
  for (let day = DateTime.fromISO(begins); day.toISODate()! < ends; day = day.plus({ days: 1 })) if (asksOn(schedule, day.toISODate()!)) days.push(day.toISODate()!);
  return days;
};

/** Walks one period. @returns whom each day asked. */
function walked(schedule: { from: string; period: string; days: number[]; share?: number }, membersOn: (place: number) => readonly Walker[], perAccount?: number): string[][] {
  const period = periodOf(schedule, schedule.from)!;
  const asked = new Set<string>();
  return daysOf(schedule, period.begins, period.ends).map((day, place) => {
    const today = chosen({ programme, schedule, perAccount }, period, day, membersOn(place), asked);
    for (const person of today) asked.add(person);
    return today;
  });
}

test('everybody is asked exactly once in a period, and no two days differ by more than one', () => {
  fc.assert(fc.property(schedules, fc.integer({ min: 0, max: 300 }), (schedule, n) => {
    const days = walked(schedule, () => people(n));
    expect(days.flat().sort()).toEqual(people(n).map(({ person }) => person).sort());
    const sizes = days.map((day) => day.length);
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
  }), { numRuns: 60 });
});

test('a day that is planned again, by whomever and in whatever order the base is read, is the same', () => {
  fc.assert(fc.property(schedules, fc.integer({ min: 1, max: 80 }), (schedule, n) => {
    expect(walked(schedule, () => people(n).reverse())).toEqual(walked(schedule, () => people(n)));
  }), { numRuns: 30 });
});

test('who joins is asked in the rest of the period, who leaves is not asked, and the rest stays even', () => {
  fc.assert(fc.property(schedules, fc.integer({ min: 20, max: 100 }), fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 10 }), fc.double({ min: 0, max: 1, noNaN: true }), (schedule, n, joining, leaving, when) => {
    const period = periodOf(schedule, schedule.from)!;
    const change = Math.floor(when * (daysOf(schedule, period.begins, period.ends).length - 1));
    const [before, after] = [people(n), [...people(n).slice(leaving), ...people(joining, 'new')]];
    const days = walked(schedule, (place) => (place < change ? before : after));
    const asked = days.flat();
    expect(new Set(asked).size).toBe(asked.length);
    for (const { person } of after) expect(asked).toContain(person);
    const left = new Set(before.slice(0, leaving).map(({ person }) => person));
    expect(days.slice(change).flat().filter((person) => left.has(person))).toEqual([]);
    const sizes = days.slice(change).map((day) => day.length);
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
  }), { numRuns: 60 });
});

test('days on which nobody was there to plan are made up for by those that are left', () => {
  const schedule = { from: '2026-11-02', period: 'P14D', days: weekdays };
  const period = periodOf(schedule, '2026-11-02')!;
  const asked = new Set<string>();
  const sizes = daysOf(schedule, period.begins, period.ends).filter((day) => day < '2026-11-04' || day > '2026-11-06').map((day) => {
    const today = chosen({ programme, schedule }, period, day, people(70), asked);
    today.forEach((person) => asked.add(person));
    return today.length;
  });
  expect(sizes).toEqual([7, 7, 12, 11, 11, 11, 11]);
});

test('another period has another order, and of a share another part of the base', () => {
  const schedule = { from: '2026-11-02', period: 'P30D', days: weekdays, share: 0.1 };
  const first = walked(schedule, () => people(2000)).flat();
  const second = walked({ ...schedule, from: '2026-12-02' }, () => people(2000)).flat();
  expect(first.length).toBeGreaterThan(150);
  expect(first.length).toBeLessThan(250);
  expect(first.filter((person) => second.includes(person)).length).toBeLessThan(60);
});

test('of an account the first by role are asked, next to each other and in that order, and no more than the policy says', () => {
  const schedule = { from: '2026-11-02', period: 'P14D', days: weekdays };
  const staff = Array.from({ length: 40 }, (_, n): Walker => ({ person: `p-${n}`, account: `A-${n % 8}`, rank: Math.floor(n / 8) }));
  const asked = walked(schedule, () => staff, 3).flat().map((person) => staff.find((one) => one.person === person)!);
  expect(asked).toHaveLength(24);
  for (let n = 0; n < 24; n += 3) expect(asked.slice(n, n + 3)).toEqual([0, 1, 2].map((rank) => ({ person: expect.any(String), account: asked[n]!.account, rank })));
});

test('periods follow each other without a gap from the day on that is named', () => {
  const schedule = { from: '2026-11-02', period: 'P30D', days: weekdays };
  expect([periodOf(schedule, '2026-11-01'), periodOf(schedule, '2026-11-02'), periodOf(schedule, '2026-12-01'), periodOf(schedule, '2026-12-02')]).toEqual(
    [null, { begins: '2026-11-02', ends: '2026-12-02' }, { begins: '2026-11-02', ends: '2026-12-02' }, { begins: '2026-12-02', ends: '2027-01-01' }]);
  expect(daysLeft(schedule, '2026-11-30', { begins: '2026-11-02', ends: '2026-12-02' })).toBe(2);
});

describe('a day', () => {
  const walk = { from: '2026-11-01', period: 'P30D', days: weekdays, hours: { from: '09:00', to: '17:00' } };
  const plans = (now: string) => daysToPlan(walk, new Date(now));
  test('is planned before it begins anywhere, and as long as it has not ended everywhere', () => {
    // Sunday and Monday.
    expect([plans('2026-11-22T17:59:00Z'), plans('2026-11-22T18:00:00Z'), plans('2026-11-23T12:00:00Z'), plans('2026-11-24T04:59:00Z'), plans('2026-11-24T05:00:00Z')])
      .toEqual([[], ['2026-11-23'], ['2026-11-23'], ['2026-11-23', '2026-11-24'], ['2026-11-24']]);
    expect(daysToPlan({ ...walk, from: '2026-11-24' }, new Date('2026-11-23T12:00:00Z'))).toEqual([]);
  });
  const at = (zone: string, place: number, of: number, now = '2026-11-22T18:00:00Z', day = '2026-11-23') => momentOf(walk, day, { place, of }, zone, new Date(now)).toISOString();
  test('is asked through evenly in the working hours of whoever is asked, also where clocks change', () => {
    expect([at('Asia/Jerusalem', 0, 4), at('Asia/Jerusalem', 3, 4), at('America/New_York', 0, 4)]).toEqual(['2026-11-23T08:00:00.000Z', '2026-11-23T14:00:00.000Z', '2026-11-23T15:00:00.000Z']);
    expect(at('Asia/Jerusalem', 0, 1, '2026-03-26T00:00:00Z', '2026-03-27')).toBe('2026-03-27T10:00:00.000Z');
  });
  test('that is planned late is squeezed into what is left of it, or goes on in the next', () => {
    expect(at('UTC', 0, 2, '2026-11-23T15:00:00Z')).toBe('2026-11-23T15:30:00.000Z');
    expect(at('UTC', 0, 2, '2026-11-23T18:00:00Z')).toBe('2026-11-24T11:00:00.000Z');
    // Friday goes on on Monday.
    expect(at('UTC', 0, 2, '2026-11-27T18:00:00Z', '2026-11-27')).toBe('2026-11-30T11:00:00.000Z');
  });
  test('never has a moment that has passed, nor one outside the hours', () => {
    fc.assert(fc.property(fc.constantFrom('UTC', 'Asia/Jerusalem', 'America/New_York', 'Pacific/Kiritimati', 'Pacific/Pago_Pago'), fc.integer({ min: 0, max: 99 }), fc.integer({ min: -48, max: 72 }), (zone, place, hours) => {
      const now = new Date(Date.parse('2026-11-23T00:00:00Z') + hours * 3600 * 1000);
      const moment = momentOf(walk, '2026-11-23', { place, of: 100 }, zone, now);
      const local = DateTime.fromJSDate(moment, { zone });
      expect(moment >= now).toBe(true);
      expect([local.hour >= 9, local.hour < 17, local.weekday <= 5]).toEqual([true, true, true]);
    }));
  });
});
