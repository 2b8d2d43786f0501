import { DateTime, IANAZone } from 'luxon';

/**
 * When the quiet hours that hold at `now` end, or null if none do. The window is half-open and may cross midnight; `from` and `to` alike are no window.
 * A time that a change of clocks skips is the moment after it.
 * @param window local HH:MM in `zone`.
 */
export function quietUntil(window: { from: string; to: string } | null, zone: string, now: Date): Date | null {
  if (!window || window.from === window.to) return null;
  const today = DateTime.fromJSDate(now, { zone }).startOf('day');
  // A window that crosses midnight may have begun yesterday.
  for (const day of [today.minus({ days: 1 }), today]) {
    const from = at(day, window.from);
    const to = at(window.to > window.from ? day : day.plus({ days: 1 }), window.to);
    if (from <= now && now < to) return to;
  }
  return null;
}

function at(day: DateTime, time: string): Date {
  const [hour, minute] = time.split(':').map(Number);
  return day.set({ hour: hour ?? 0, minute: minute ?? 0 }).toJSDate();
}

/** The first of these that is a time zone; what customers' systems send may be anything. */
export const firstZone = (...zones: (string | null | undefined)[]): string => zones.find((zone) => zone != null && isZone(zone)) ?? 'UTC';

const MOST_REMEMBERED = 2000;
const remembered = new Map<string, boolean>();

/** Asking the platform costs a tenth of a millisecond, more than the rest of a decision. */
function isZone(zone: string): boolean {
  let known = remembered.get(zone);
  if (known === undefined) {
    known = IANAZone.isValidZone(zone);
    if (remembered.size >= MOST_REMEMBERED) remembered.clear();
    remembered.set(zone, known);
  }
  return known;
}
