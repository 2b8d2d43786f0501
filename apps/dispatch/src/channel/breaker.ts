/** Counts how a provider fares; pure, with the time passed in. */
export interface Breaker {
  /** Failures of the provider in a row. */
  readonly failures: number;
  /** Until when nothing is to be tried; null while it works. */
  readonly openUntil: Date | null;
}

export const CLOSED: Breaker = { failures: 0, openUntil: null };

const TOLERATED = 3;
const FIRST_PAUSE_MS = 2000;
const LONGEST_PAUSE_MS = 30_000;

/** Whether something may be tried, and how much: after a pause one message is the probe. */
export function allowance(breaker: Breaker, now: Date): 'all' | 'probe' | 'none' {
  if (breaker.openUntil === null) return 'all';
  return now < breaker.openUntil ? 'none' : 'probe';
}

/** A provider that answered, whatever it said of the message, works. */
export const worked = (): Breaker => CLOSED;

/** After three failures in a row it is left alone for 2 s, then for twice as long each time, up to half a minute. Attempts that were under way when that began say nothing new. */
export function failed(breaker: Breaker, now: Date): Breaker {
  if (allowance(breaker, now) === 'none') return breaker;
  const failures = breaker.failures + 1;
  if (failures < TOLERATED) return { ...breaker, failures };
  const pause = Math.min(FIRST_PAUSE_MS * 2 ** (failures - TOLERATED), LONGEST_PAUSE_MS);
  return { failures, openUntil: new Date(now.getTime() + pause) };
}
