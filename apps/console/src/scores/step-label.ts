import type { Interval } from '../time/range.ts';

/** The name of one step of a trend: a time, a day, a week by its first day, a month. Steps are local to the units, so no zone moves them. */
export function stepLabel(from: string, interval: Interval, language: string): string {
  const at = new Date(from.length === 10 ? from : `${from.slice(0, 16)}Z`);
  const options: Intl.DateTimeFormatOptions =
    interval === 'hour' ? { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' }
    : interval === 'month' || interval === 'quarter' ? { month: 'short', year: 'numeric' }
    : interval === 'year' ? { year: 'numeric' }
    : { day: 'numeric', month: 'short' };
  return new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' }).format(at);
}
