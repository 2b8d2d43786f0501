/** What is remembered of an open signal between looks. */
export interface Watching {
  /** Local day of the look that raised it. */
  readonly since: string;
  /** Days in a row on which it was back within the looser threshold. */
  readonly back: number;
  /** Days in a row on which there was too little to say anything. */
  readonly unknown: number;
}

/** Raised at one threshold, over only within a looser one: between the two nothing is said. */
export type Standing = 'on' | 'back' | 'unknown';
export type End = 'recovered' | 'no-answers' | 'new-level';

/** An open one of which nothing can be said any more ends after so long. */
const DAYS_UNKNOWN = 28;

/** @param newDay whether this look is of a later day than the last: the same again is not one more day back */
export function watchOn<W extends Watching>(open: W, standing: Standing, newDay: boolean, daysBack: number): { open: W; end: null } | { open: null; end: End } {
  const more = newDay ? 1 : 0;
  const now = { ...open, back: standing === 'back' ? open.back + more : 0, unknown: standing === 'unknown' ? open.unknown + more : 0 };
  if (standing === 'back' && now.back >= daysBack) return { open: null, end: 'recovered' };
  if (now.unknown >= DAYS_UNKNOWN) return { open: null, end: 'no-answers' };
  return { open: now, end: null };
}
