import type { Unreached } from './call-state.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** Calls to one person about one thing; more would be a nuisance. */
export const MOST_CALLS = 4;

/** After which a number is tried again. Whoever is busy is there; whoever was not there is tried at other times of the day. */
const WAITS: Readonly<Record<Exclude<Unreached, 'wrong-number'>, readonly number[]>> = {
  busy: [15 * MINUTE_MS, 45 * MINUTE_MS, 3 * HOUR_MS],
  'no-answer': [3 * HOUR_MS, 21 * HOUR_MS, 27 * HOUR_MS],
  machine: [4 * HOUR_MS, 21 * HOUR_MS, 27 * HOUR_MS],
  failed: [10 * MINUTE_MS, HOUR_MS, 6 * HOUR_MS],
};
const SAID: Readonly<Record<Unreached, string>> = {
  busy: 'the line was busy', 'no-answer': 'nobody answered', machine: 'a machine answered', failed: 'the call did not come about', 'wrong-number': 'there is no such number',
};

export type Again = { kind: 'again'; at: Date; reason: string } | { kind: 'give-up'; reason: string; addressAtFault: boolean };

/**
 * When somebody who was not reached is called again. Quiet hours are looked at then, as before every message: a time within them moves to their end.
 * @param ends of the calls so far, the last one last; at least one
 */
export function callAgain(ends: readonly Unreached[], expiresAt: Date, now: Date): Again {
  const last = ends.at(-1)!;
  const tally = `${ends.length === 1 ? 'called once' : `called ${ends.length} times`}; ${SAID[last]}`;
  if (last === 'wrong-number') return { kind: 'give-up', reason: SAID[last], addressAtFault: true };
  if (ends.length >= MOST_CALLS) return { kind: 'give-up', reason: tally, addressAtFault: false };
  const waits = WAITS[last];
  const at = new Date(now.getTime() + waits[Math.min(ends.length, waits.length) - 1]!);
  if (at >= expiresAt) return { kind: 'give-up', reason: `${tally}, and the time to answer ends before the next try`, addressAtFault: false };
  return { kind: 'again', at, reason: `${tally}, will be called again at ${at.toISOString()}` };
}
