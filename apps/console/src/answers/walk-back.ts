import type { DayRange } from '../time/range.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** A local day can begin this long before it does at Greenwich, and end this long after. */
const ZONES = 14 * HOUR;

/** Where to go on: before this instant, looking so far back at once. */
export interface Place {
  readonly before: number;
  readonly span: number;
}

/** A stretch of time as the API takes it: days at the ends of the range (local to each unit), instants between. */
export interface Stretch {
  readonly from: string;
  readonly to: string;
}

export function startOf(range: DayRange, now: number): Place {
  return { before: Math.min(now + MINUTE, Date.parse(range.to) + ZONES), span: 6 * HOUR };
}

/** The stretch that ends at a place. The first reaches to the range's end, the last to its beginning. */
export function stretchAt(range: DayRange, { before, span }: Place, start: Place): Stretch & { readonly last: boolean; readonly begins: number } {
  const begins = before - span;
  const last = begins <= Date.parse(range.from) - ZONES;
  return {
    from: last ? range.from : new Date(begins).toISOString(),
    to: before === start.before ? range.to : new Date(before).toISOString(),
    last, begins,
  };
}

/** The same place with a look half as far back: there was more than fits one answer of the API. */
export const narrower = ({ before, span }: Place): Place => ({ before, span: Math.max(MINUTE, Math.floor(span / 4)) });

/** The place before a stretch that was read; further back at once where little was found. */
export function nextPlace(begins: number, span: number, found: number, limit: number): Place {
  return { before: begins, span: found < limit / 4 ? Math.min(span * 4, 64 * DAY) : span };
}
