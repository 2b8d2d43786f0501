import type { Walk } from '@candor/contracts';
import { DateTime } from 'luxon';
import { createHash } from 'node:crypto';
import { durationMs } from '../decision/policy.ts';

/** A stretch in which everybody is asked once: local days, `YYYY-MM-DD`, half-open. */
export interface Period {
  begins: string;
  ends: string;
}
type Schedule = Pick<Walk, 'from' | 'period' | 'days'>;

const DAY_MS = 24 * 3600 * 1000;
const HOUR_MS = 3600 * 1000;
/** A day begins first at UTC+14 and ends last at UTC-12. */
const FIRST_ZONE_MS = 14 * HOUR_MS;
const LAST_ZONE_MS = 12 * HOUR_MS;
/** A day is planned so long before it can begin for anybody: whoever died in between is repeated. */
const LEAD_MS = HOUR_MS;

const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / DAY_MS;
const dayOf = (number: number): string => new Date(number * DAY_MS).toISOString().slice(0, 10);
const lengthOf = ({ period }: Pick<Schedule, 'period'>): number => durationMs(period) / DAY_MS;

/** The period that a day belongs to; null before the first. */
export function periodOf(walk: Schedule, day: string): Period | null {
  const since = dayNumber(day) - dayNumber(walk.from);
  if (since < 0) return null;
  const begins = dayNumber(walk.from) + Math.floor(since / lengthOf(walk)) * lengthOf(walk);
  return { begins: dayOf(begins), ends: dayOf(begins + lengthOf(walk)) };
}

export const asksOn = ({ days }: Pick<Schedule, 'days'>, day: string): boolean => days.includes(new Date(dayNumber(day) * DAY_MS).getUTCDay() || 7);

/** Days of the period on which it asks, from this one on. */
export function daysLeft(walk: Schedule, day: string, { ends }: Period): number {
  let left = 0;
  for (let number = dayNumber(day); number < dayNumber(ends); number++) if (asksOn(walk, dayOf(number))) left += 1;
  return left;
}

/** How many of those who are left are asked today, so that the days differ by one at most as long as nobody joins or leaves. */
export const cohort = (left: number, days: number): number => (days <= 0 ? 0 : Math.ceil(left / days));

/**
 * Where somebody stands in the order of a period. It depends on nothing but who they are, so that every instance and every replay says the same, and nobody can time themselves.
 * @param whom the random id of a person, or an account.
 */
export const spotOf = (programme: string, { begins }: Pick<Period, 'begins'>, whom: string): Buffer => createHash('sha256').update(`${programme}\n${begins}\n${whom}`).digest();

/** Whoever stands before it belongs to the share (0 to 1) that is asked in this period; null: everybody does. */
export function lastSpot(share: number): Buffer | null {
  if (share >= 1) return null;
  const spot = Buffer.alloc(6);
  spot.writeUIntBE(Math.floor(share * 2 ** 48), 0, 6);
  return spot;
}

/** The days that are to be planned at this moment: those that are about to begin somewhere, or have not ended everywhere. Others that were missed are made up for by those that are left. */
export function daysToPlan(walk: Schedule & Pick<Walk, 'hours'>, now: Date): string[] {
  const today = Math.floor(now.getTime() / DAY_MS);
  return [today - 1, today, today + 1].filter((number) => {
    const begins = number * DAY_MS + clock(walk.hours.from) - FIRST_ZONE_MS - LEAD_MS;
    const ends = number * DAY_MS + clock(walk.hours.to) + LAST_ZONE_MS;
    return begins <= now.getTime() && now.getTime() < ends && number >= dayNumber(walk.from) && asksOn(walk, dayOf(number));
  }).map(dayOf);
}

function clock(time: string): number {
  const [hours, minutes] = time.split(':').map(Number);
  return (hours ?? 0) * HOUR_MS + (minutes ?? 0) * 60_000;
}

/**
 * When somebody is asked who has this place among those of a day: evenly over the working hours where they are. What is planned late is spread over what is left of the day, and where nothing is
 * left of it, over the next one.
 */
export function momentOf({ days, hours }: Pick<Walk, 'days' | 'hours'>, day: string, { place, of }: { place: number; of: number }, zone: string, now: Date): Date {
  const share = (place + 0.5) / of;
  const spread = (from: number, to: number): Date => new Date(Math.floor(from + (to - from) * share));
  const at = (which: string, time: string): number => DateTime.fromISO(`${which}T${time}`, { zone }).toMillis();
  const planned = spread(at(day, hours.from), at(day, hours.to));
  if (planned >= now) return planned;
  if (now.getTime() < at(day, hours.to)) return spread(now.getTime(), at(day, hours.to));
  let next = dayNumber(day) + 1;
  while (!asksOn({ days }, dayOf(next)) || at(dayOf(next), hours.to) <= now.getTime()) next += 1;
  return spread(Math.max(at(dayOf(next), hours.from), now.getTime()), at(dayOf(next), hours.to));
}
