/** Lengths of the periods that a figure can be split by; `week` begins on Monday (ISO 8601). */
export const INTERVALS = ['hour', 'day', 'week', 'month', 'quarter', 'year', 'all'] as const;
export type Interval = (typeof INTERVALS)[number];

/** Local days, half-open: `from` is included, `to` is not; null: since ever, for ever. */
export interface Window {
  from: string | null;
  to: string | null;
}

/** A period of the answer's own local time: days `YYYY-MM-DD`, or for hours `YYYY-MM-DDTHH:00:00` (local, hence without offset). */
export interface Period {
  from: string;
  to: string;
}

/**
 * The period that begins at `start`, no longer than the window asked for: a figure over half a week must not be labelled with the whole.
 * @param start first day of the period, `YYYY-MM-DD`; for hours the day
 */
export function periodAt(interval: Exclude<Interval, 'all'>, start: string, window: Window, hour = 0): Period {
  if (interval === 'hour') return { from: at(start, hour), to: hour === 23 ? at(nextDay(start), 0) : at(start, hour + 1) };
  const end = endOf(interval, start);
  return {
    from: window.from !== null && window.from > start ? window.from : start,
    to: window.to !== null && window.to < end ? window.to : end,
  };
}

/** The whole window; where it is open, the first and the last day that have something. */
export function wholePeriod(window: Window, first: string, last: string): Period {
  return { from: window.from ?? first, to: window.to ?? nextDay(last) };
}

function endOf(interval: 'day' | 'week' | 'month' | 'quarter' | 'year', start: string): string {
  const date = new Date(`${start}T00:00:00Z`);
  if (interval === 'day') date.setUTCDate(date.getUTCDate() + 1);
  if (interval === 'week') date.setUTCDate(date.getUTCDate() + 7);
  if (interval === 'month') date.setUTCMonth(date.getUTCMonth() + 1);
  if (interval === 'quarter') date.setUTCMonth(date.getUTCMonth() + 3);
  if (interval === 'year') date.setUTCFullYear(date.getUTCFullYear() + 1);
  return date.toISOString().slice(0, 10);
}

const nextDay = (day: string): string => endOf('day', day);
const at = (day: string, hour: number): string => `${day}T${String(hour).padStart(2, '0')}:00:00`;
