import { DateTime } from 'luxon';
import type { HolyDays, LocalSpan } from './local-span.ts';

/** A day of rest that began in the evening before is kept from the afternoon on, and until it is night. */
const ISRAEL = { begins: 14, ends: 21 };
const FRIDAY = 5;
const SATURDAY = 6;
const WALL = "yyyy-MM-dd'T'HH:mm";

const weekends = new Map<string, ReadonlySet<number>>();

/** Days of the week on which people there rest; 1 is Monday. */
function weekendOf(country: string): ReadonlySet<number> {
  let days = weekends.get(country);
  if (!days) weekends.set(country, (days = new Set((new Intl.Locale(`und-${country}`) as unknown as WithWeek).getWeekInfo().weekend)));
  return days;
}
/** Newer than the compiler's own declarations. */
interface WithWeek {
  getWeekInfo(): { weekend: number[] };
}

/**
 * When the weekend or holy day that holds at `now` in this country ends, or null if none does (domain 9.3). One that follows at once is for the caller to look up again.
 * @param holyDays must know the country, or answer with none.
 */
export function restUntil(country: string, zone: string, now: Date, holyDays: HolyDays): { until: Date; name: string } | null {
  const local = DateTime.fromJSDate(now, { zone });
  const clock = local.toFormat("yyyy-MM-dd'T'HH:mm:ss.SSS");
  // What begins in the evening of New Year's Eve is listed with the year to come.
  const years = local.month === 12 && local.day === 31 ? [local.year, local.year + 1] : [local.year];
  const spans = [weekendAt(country, local), ...years.flatMap((year) => holyDays(country, year))];
  for (const span of spans) {
    if (!span || clock < span.from || clock >= span.to) continue;
    const until = DateTime.fromISO(span.to, { zone }).toJSDate();
    // When clocks go back the wall shows a time again that has been: the day was over when it showed it first.
    if (until > now) return { until, name: span.name };
  }
  return null;
}

function weekendAt(country: string, local: DateTime): LocalSpan | null {
  const day = local.startOf('day');
  if (country === 'IL') {
    if (local.weekday !== FRIDAY && local.weekday !== SATURDAY) return null;
    const friday = day.minus({ days: local.weekday - FRIDAY });
    return { from: friday.set({ hour: ISRAEL.begins }).toFormat(WALL), to: friday.plus({ days: 1 }).set({ hour: ISRAEL.ends }).toFormat(WALL), name: 'Sabbath' };
  }
  return weekendOf(country).has(local.weekday) ? { from: day.toFormat(WALL), to: day.plus({ days: 1 }).toFormat(WALL), name: 'weekend' } : null;
}

/** How a holy day is kept there. @param from @param to as an almanac lists it. */
export function keptIn(country: string, from: DateTime, to: DateTime, name: string): LocalSpan {
  if (country !== 'IL') return { from: from.toFormat(WALL), to: to.toFormat(WALL), name };
  return { from: from.set({ hour: ISRAEL.begins, minute: 0 }).toFormat(WALL), to: to.set({ hour: ISRAEL.ends, minute: 0 }).toFormat(WALL), name };
}
