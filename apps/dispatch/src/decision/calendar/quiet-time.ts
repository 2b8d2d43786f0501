import type { Channel } from '@candor/contracts';
import type { HolyDays } from './local-span.ts';
import { quietUntil } from './quiet-hours.ts';
import { restUntil } from './rest-days.ts';
import type { Whereabouts } from './whereabouts.ts';

/** How many stretches of rest may follow each other: nights, weekends and feasts of a month. */
const MOST = 100;

export interface Quiet {
  until: Date;
  why: string;
}
/** Local HH:MM, half-open, may cross midnight. */
export interface Hours {
  from: string;
  to: string;
}
/** A stretch of each day in which nobody is disturbed, and what it is called. */
export interface QuietWindow extends Hours {
  what: string;
}

/** What is quiet on a channel: the programme's quiet hours, and for calls whatever is outside of the hours that it gives them. None: nothing delays. */
export const quietWindows = ({ quietHours, callHours }: { quietHours: Hours | null; callHours?: Hours | null | undefined }, channel: Channel): QuietWindow[] => [
  ...(quietHours ? [{ ...quietHours, what: 'quiet hours' }] : []),
  ...(callHours && channel === 'voice' ? [{ from: callHours.to, to: callHours.from, what: 'not the time for calls' }] : []),
];

/** What was found for one moment: those who are decided about together share it, and looking at clocks and calendars is what costs. */
let lately: { now: number; holyDays: HolyDays; found: Map<string, Quiet | null> } | undefined;

/**
 * Whether a recipient is to be left alone now: quiet hours, and the weekend and holy days of their country (domain 9.3). What falls into it is delayed, never dropped.
 * @param windows of each day; none: weekends and holy days do not delay either.
 * @returns the first moment that is free of all of it, and why it waits; null if it need not.
 */
export function quietTime(windows: readonly QuietWindow[], where: Whereabouts, now: Date, holyDays: HolyDays): Quiet | null {
  if (windows.length === 0) return null;
  if (lately?.now !== now.getTime() || lately.holyDays !== holyDays) lately = { now: now.getTime(), holyDays, found: new Map() };
  const key = `${windows.map(({ from, to }) => `${from} ${to}`).join(' ')} ${where.zone} ${where.country}`;
  let found = lately.found.get(key);
  if (found === undefined) lately.found.set(key, (found = lookUp(windows, where, now, holyDays)));
  return found;
}

function lookUp(windows: readonly QuietWindow[], { country, zone }: Whereabouts, now: Date, holyDays: HolyDays): Quiet | null {
  let until = now;
  let why: string | undefined;
  for (let stretch = 0; stretch < MOST; stretch++) {
    const rest = country === null ? null : restUntil(country, zone, until, holyDays);
    const next = rest ? { until: rest.until, why: `${rest.name} in ${country}` } : windowAt(windows, zone, until);
    if (!next) break;
    why ??= next.why;
    until = next.until;
  }
  return why === undefined ? null : { until, why: `${why} until ${until.toISOString()}` };
}

function windowAt(windows: readonly QuietWindow[], zone: string, at: Date): Quiet | null {
  for (const { what, ...hours } of windows) {
    const until = quietUntil(hours, zone, at);
    if (until) return { until, why: `${what} in ${zone}` };
  }
  return null;
}
