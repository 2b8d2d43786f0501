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
/** What was found for one moment: those who are decided about together share it, and looking at clocks and calendars is what costs. */
let lately: { now: number; holyDays: HolyDays; found: Map<string, Quiet | null> } | undefined;

/**
 * Whether a recipient is to be left alone now: quiet hours, and the weekend and holy days of their country (domain 9.3). What falls into it is delayed, never dropped.
 * @param window local HH:MM; null: weekends and holy days do not delay either.
 * @returns the first moment that is free of all of it, and why it waits; null if it need not.
 */
export function quietTime(window: { from: string; to: string } | null, where: Whereabouts, now: Date, holyDays: HolyDays): Quiet | null {
  if (!window) return null;
  if (lately?.now !== now.getTime() || lately.holyDays !== holyDays) lately = { now: now.getTime(), holyDays, found: new Map() };
  const key = `${window.from} ${window.to} ${where.zone} ${where.country}`;
  let found = lately.found.get(key);
  if (found === undefined) lately.found.set(key, (found = lookUp(window, where, now, holyDays)));
  return found;
}

function lookUp(window: { from: string; to: string }, { country, zone }: Whereabouts, now: Date, holyDays: HolyDays): Quiet | null {
  let until = now;
  let why: string | undefined;
  for (let stretch = 0; stretch < MOST; stretch++) {
    const rest = country === null ? null : restUntil(country, zone, until, holyDays);
    const next = rest?.until ?? quietUntil(window, zone, until);
    if (!next) break;
    why ??= rest ? `${rest.name} in ${country}` : `quiet hours in ${zone}`;
    until = next;
  }
  return why === undefined ? null : { until, why: `${why} until ${until.toISOString()}` };
}
