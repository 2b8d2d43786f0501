/** What can be said of a score: its interval lies above a value, below it, or holds it. */
export type Verdict = 'yes' | 'no' | 'undecided';
export type TargetState = 'met' | 'not-met' | 'undecided';

type Bounds = { readonly low: number; readonly high: number } | null;

/** Whether a score is above a value; undecided while its interval contains the value, or while there are too few answers for one (null). */
export function isAbove(interval: Bounds, value: number): Verdict {
  if (interval === null) return 'undecided';
  if (interval.low > value) return 'yes';
  return interval.high < value ? 'no' : 'undecided';
}

/** Whether a target is met (domain 2.2): not met, and not missed either, while the interval contains it. */
export function againstTarget(interval: Bounds, target: number): TargetState {
  return ({ yes: 'met', no: 'not-met', undecided: 'undecided' } as const)[isAbove(interval, target)];
}
