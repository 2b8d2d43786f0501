import type { Quota } from '@candor/contracts';
import { DateTime } from 'luxon';
import type { Reason } from './reason.ts';

/** How an interaction stands in the quota of its unit and person served. */
export interface QuotaState {
  /** Programme, unit, person served and period: those that compete. */
  cell: string;
  /** When the period is over and the most valuable of it are chosen. */
  endsAt: Date;
  /** Chosen before; what has delayed it since does not take its place away. */
  granted: boolean;
  /** Places of the cell that are given away. */
  taken: number;
  /** A more valuable one of the cell is still to be looked at. */
  outbid: boolean;
}
export interface QuotaPlace {
  programme: string;
  unit: string;
  servedBy: string | undefined;
  /** Of the unit. */
  timeZone: string;
}

interface Period {
  begins: Date;
  endsAt: Date;
  /** Its first day. */
  name: string;
}
/** The period last looked at in each zone: most interactions are of now, and working out local days is what costs. */
const lately = new Map<string, Period>();

function periodAt(timeZone: string, period: Quota['period'], at: Date): Period {
  const place = `${timeZone} ${period}`;
  const known = lately.get(place);
  if (known && known.begins <= at && at < known.endsAt) return known;
  const begins = DateTime.fromJSDate(at, { zone: timeZone }).startOf(period);
  const found = { begins: begins.toJSDate(), endsAt: begins.plus({ [period]: 1 }).toJSDate(), name: begins.toFormat('yyyy-MM-dd') };
  lately.set(place, found);
  return found;
}

/** The cell in which an interaction competes that falls due at this time, and when its period ends. */
export function cellOf({ programme, unit, servedBy, timeZone }: QuotaPlace, period: Quota['period'], due: Date): Pick<QuotaState, 'cell' | 'endsAt'> {
  const { name, endsAt } = periodAt(timeZone, period, due);
  return { cell: [programme, unit, servedBy ?? '', period, name].join('\n'), endsAt };
}

export type QuotaVerdict = { kind: 'granted' } | { kind: 'full'; reason: Reason } | { kind: 'wait'; until: Date; reason: Reason };

const ANOTHER_LOOK_MS = 1000;

/**
 * Whether one of the places of its period is an interaction's. Who is most valuable can be said only when the period is over, so everyone waits for that; where the time to ask
 * ends before, who comes first is taken.
 */
export function quotaVerdict({ n, period }: Quota, { endsAt, granted, taken, outbid }: QuotaState, expiry: Date, now: Date): QuotaVerdict {
  if (granted) return { kind: 'granted' };
  if (taken >= n) return { kind: 'full', reason: { code: 'QUOTA', detail: `the ${n} ${n === 1 ? 'place' : 'places'} of the ${period} went to more valuable customers` } };
  if (now < endsAt && endsAt < expiry) return { kind: 'wait', until: endsAt, reason: { code: 'QUOTA_OPEN', detail: `the most valuable of the ${period} are chosen at ${endsAt.toISOString()}` } };
  if (outbid) return { kind: 'wait', until: new Date(now.getTime() + ANOTHER_LOOK_MS), reason: { code: 'QUOTA_OPEN', detail: `more valuable customers of the ${period} are looked at first` } };
  return { kind: 'granted' };
}
