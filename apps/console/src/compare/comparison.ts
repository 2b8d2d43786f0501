import type { Interval } from '@candor/nps';
import { apart } from '../figures/apart.ts';
import type { ScoreRow } from '../figures/score-row.ts';

export type Figure = Omit<ScoreRow, 'from' | 'to' | 'unit' | 'touchpoint'>;

export interface Difference {
  /** In points of NPS. */
  readonly points: number;
  readonly confidence: Interval;
  readonly p: number;
  readonly significant: boolean;
}

/** `GET /v1/scores/compare`. */
export interface Comparison {
  readonly asOf: string;
  readonly programme: string;
  readonly measure: string;
  readonly a: Figure;
  readonly b: Figure & { readonly rest: boolean };
  readonly difference: Difference | null;
  readonly higher: 'a' | 'b' | 'undecided';
}

/** The points between two figures as both are shown beside it: the exact difference may round to another number than readers get by subtracting. */
export const pointsBetween = (a: Pick<Figure, 'nps'>, b: Pick<Figure, 'nps'>, { points }: Pick<Difference, 'points'>): number => (a.nps === null || b.nps === null ? points : apart(a.nps, b.nps));

export type Verdict = 'higher' | 'lower' | 'undecided' | 'few' | 'withheld';

/** What the answers say of the first group beside the second. */
export function verdictOf({ a, b, difference, higher }: Comparison): Verdict {
  if (difference === null) return a.suppressed || b.suppressed ? 'withheld' : 'few';
  return higher === 'a' ? 'higher' : higher === 'b' ? 'lower' : 'undecided';
}
