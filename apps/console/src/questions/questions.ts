import type { Band, Verdict } from '@candor/nps';
import type { Difference, Figure } from '../compare/comparison.ts';

/** Judged by what customers gave them, where enough did; else by the score that was put in by hand. */
export interface JudgedRival {
  readonly key: string;
  readonly name: string;
  readonly nps: number;
  readonly answer: Verdict;
  readonly by: 'answers' | 'statement';
  readonly stated: number | null;
  readonly measured: { readonly n: number } | null;
}

/** `GET /v1/scores/questions`. */
export interface Questions {
  readonly asOf: string;
  readonly figure: Figure & { readonly from: string; readonly to: string };
  readonly band: Band | null;
  readonly norm: { readonly key: string; readonly name: string; readonly norm: number; readonly source: string; readonly answer: Verdict } | null;
  readonly aboveRivals: { readonly answer: Verdict; readonly rivals: readonly JudgedRival[] };
  readonly aboveZero: { readonly answer: Verdict };
  readonly grown: { readonly answer: Verdict; readonly over: readonly { readonly months: number; readonly difference: Difference | null }[] };
  /** Whether all three answers are yes. */
  readonly good: boolean;
}

/** Unknown: nothing can be said because something was never told, not because answers are few. */
export type Answer = Verdict | 'unknown';

export function answersOf({ figure, aboveRivals, aboveZero, grown }: Questions): Record<'rivals' | 'zero' | 'grown', Answer> {
  const silent = figure.n === 0;
  return {
    rivals: aboveRivals.rivals.length === 0 || silent ? 'unknown' : aboveRivals.answer,
    zero: silent ? 'unknown' : aboveZero.answer,
    grown: grown.over.every(({ difference }) => difference === null) ? 'unknown' : grown.answer,
  };
}

/** What a change over some months says: growth, decline, or what may be chance. */
export const changeOf = (difference: Difference | null): 'few' | 'chance' | 'up' | 'down' => (difference === null ? 'few' : !difference.significant ? 'chance' : difference.points > 0 ? 'up' : 'down');

/** The rivals that matter to the answer: those in doubt or above us first, at most so many. */
export function tellingRivals<R extends { readonly answer: Verdict; readonly nps: number }>(rivals: readonly R[], most: number): R[] {
  const order: Readonly<Record<Verdict, number>> = { no: 0, undecided: 1, yes: 2 };
  return [...rivals].sort((a, b) => order[a.answer] - order[b.answer] || b.nps - a.nps).slice(0, most);
}
