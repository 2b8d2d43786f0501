/** A unit's own calendar day and hour. */
export interface LocalTime {
  /** `YYYY-MM-DD` */
  readonly day: string;
  readonly hour: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, number>();
const QUARTER_MS = 15 * 60_000;
/** Zones have moved their clocks at quarters of an hour of UTC since then; before, offsets may change at any second. */
const REGULAR_SINCE = Date.UTC(1972, 0, 1);
const REMEMBERED = 20_000;

/** What the calendar and the clock of `timeZone` (IANA) show at that instant. */
export function localTime(at: Date, timeZone: string): LocalTime {
  const local = new Date(at.getTime() + offsetAt(at.getTime(), timeZone)).toISOString();
  return { day: local.slice(0, 10), hour: Number(local.slice(11, 13)) };
}

/** Milliseconds to add to UTC. Formatting a date costs more than the rest of storing an answer, so it is done once per zone and quarter of an hour. */
function offsetAt(ms: number, timeZone: string): number {
  if (ms < REGULAR_SINCE) return measuredOffset(ms, timeZone);
  const key = `${timeZone} ${Math.floor(ms / QUARTER_MS)}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  if (offsets.size >= REMEMBERED) offsets.clear();
  const measured = measuredOffset(ms, timeZone);
  offsets.set(key, measured);
  return measured;
}

function measuredOffset(ms: number, timeZone: string): number {
  const parts: Record<string, string> = {};
  for (const { type, value } of formatOf(timeZone).formatToParts(ms)) parts[type] = value;
  const { year, month, day, hour, minute, second } = parts;
  const local = new Date(0);
  local.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  local.setUTCHours(Number(hour), Number(minute), Number(second));
  return local.getTime() - Math.floor(ms / 1000) * 1000;
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone, calendar: 'gregory', numberingSystem: 'latn', hourCycle: 'h23',
      year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric',
    });
    formats.set(timeZone, format);
  }
  return format;
}
