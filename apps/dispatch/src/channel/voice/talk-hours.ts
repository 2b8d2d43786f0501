import { DateTime } from 'luxon';

/** Local days (1 = Monday to 7 = Sunday) and times at which somebody can be talked to. */
export interface TalkHours {
  days: ReadonlySet<number>;
  /** HH:MM; `to` is not included. */
  from: string;
  to: string;
}

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const PATTERN = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)-(Mon|Tue|Wed|Thu|Fri|Sat|Sun) ([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-4]):([0-5]\d)$/;

/** Reads `Sun-Thu 09:00-17:00`; the days may pass over the end of the week, the hours not over midnight. @returns undefined if it is none */
export function parseTalkHours(text: string): TalkHours | undefined {
  const [, first, last, ...clock] = PATTERN.exec(text) ?? [];
  if (first === undefined || last === undefined) return undefined;
  const from = `${clock[0]}:${clock[1]}`;
  const to = `${clock[2]}:${clock[3]}`;
  if (to <= from || to > '24:00') return undefined;
  const days = new Set<number>();
  for (let day = DAYS.indexOf(first); ; day = (day + 1) % 7) {
    days.add(day + 1);
    if (day === DAYS.indexOf(last)) return { days, from, to };
  }
}

/** @param zone of the business unit whose people would answer */
export function isTalkTime({ days, from, to }: TalkHours, zone: string, now: Date): boolean {
  const local = DateTime.fromJSDate(now, { zone });
  const time = local.toFormat('HH:mm');
  return days.has(local.weekday) && from <= time && time < to;
}
