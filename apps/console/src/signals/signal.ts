import { may, type Session } from '../session/scopes.ts';

export const SIGNALS_PATH = '/v1/signals';
export const KINDS = ['drop', 'rise', 'attack', 'begging', 'cherry-picking'] as const;
export type Kind = (typeof KINDS)[number];

interface Chance {
  readonly p: number;
  readonly threshold: number;
}
export interface WindowFigure {
  readonly from: string;
  readonly to: string;
  readonly n: number;
  readonly nps: number | null;
  readonly confidence: { readonly low: number; readonly high: number; readonly level: number } | null;
}
export interface ChangeWhy extends Chance {
  readonly of: 'change';
  readonly recent: WindowFigure;
  readonly baseline: WindowFigure;
  readonly points: number;
}
export interface AttackWhy extends Chance {
  readonly of: 'attack';
  readonly from: string;
  readonly to: string;
  readonly recent: number;
  readonly expected: number;
  readonly busiest: number;
  readonly scores: readonly number[];
  readonly comments: number;
  readonly sameComment: number;
  readonly densest: number;
  readonly marks: readonly ('same-score' | 'same-comment' | 'all-at-once')[];
}
export interface Against {
  readonly count: number;
  readonly of: number;
  readonly peers: { readonly count: number; readonly of: number };
  readonly points: number;
}
export const SHARES = ['tens', 'noNines', 'prompt', 'coverage'] as const;
export type FairnessWhy = Chance & { readonly [share in (typeof SHARES)[number]]: Against | null } & {
  readonly of: 'fairness';
  readonly from: string;
  readonly to: string;
  readonly run: { readonly length: number; readonly p: number };
  readonly confirmed: readonly ('no-nines' | 'prompt' | 'run' | 'tens')[];
};
export type Why = ChangeWhy | AttackWhy | FairnessWhy;

export interface Signal {
  readonly id: string;
  readonly kind: Kind;
  readonly state: 'open' | 'recovered';
  readonly programme: string;
  readonly touchpoint: string;
  readonly unit: string;
  readonly servedBy: string | null;
  readonly openedAt: string;
  readonly lookedAt: string;
  readonly endedAt: string | null;
  readonly end: 'recovered' | 'no-answers' | 'new-level' | null;
  readonly acknowledged: { readonly name: string; readonly at: string; readonly note: string } | null;
  readonly raised: Why;
  readonly latest: Why;
}
export interface SignalHistory extends Signal {
  readonly history: readonly { readonly what: 'raised' | 'updated' | 'acknowledged' | 'recovered' | 'no-answers' | 'new-level'; readonly at: string; readonly by: string | null; readonly note: string | null; readonly why: Why | null }[];
}

/** Whoever is rated by a signal does not put it away. */
export const mayAcknowledge = (session: Pick<Session, 'scopes'>, kind: Kind): boolean =>
  may(session, 'responses:correct') || (kind !== 'begging' && kind !== 'cherry-picking' && may(session, 'cases:assign'));

/** "Once in so many looks", as `signals.chance` says it. */
export interface Odds {
  readonly how: 'once' | 'rarer';
  readonly looks: number;
}

const MOST_LOOKS = 1_000_000;

/** How often chance alone would give as much: two digits tell all that there is to know, and rarer than once in a million nobody can imagine. */
export function oddsOf(p: number): Odds {
  if (p * MOST_LOOKS < 1) return { how: 'rarer', looks: MOST_LOOKS };
  return { how: 'once', looks: Number((1 / Math.min(1, p)).toPrecision(2)) };
}

export const share = ({ count, of }: { readonly count: number; readonly of: number }): number => (of === 0 ? 0 : count / of);
