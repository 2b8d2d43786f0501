import { holm } from '@candor/nps';
import { addDays } from '../days.ts';
import { watchOn, type End, type Standing, type Watching } from '../watch.ts';
import { burst } from './poisson.ts';

/** Answers that nobody was invited to, at one place: reviews, imports, kiosks. */
export interface Arrivals {
  /** In the last 24 hours. */
  readonly recent: number;
  /** In the 28 days before them, on the busiest of those days, and by score. */
  readonly before: number;
  readonly busiest: number;
  readonly usualScores: readonly number[];
  /** Of the recent ones: by score, how many have words, how many of those the same ones, and how many came in the ten densest minutes. */
  readonly scores: readonly number[];
  readonly comments: number;
  readonly sameComment: number;
  readonly densest: number;
}

export const DAYS_BEFORE = 28;
/** The chance that even one of all places looked at is raised without cause. Looks are many and overlap: hence so little. */
const LEVEL = 1e-4;
export const LEAST = 30;
/** Arrivals cluster by themselves (a fair, a holiday): what is raised is this many times the usual day, and more than the busiest one. */
const TIMES_USUAL = 4;
const TIMES_BUSIEST = 1.5;
const TIMES_BACK = 2;
/** Shares from which a crowd looks like one author; of one score only if that is not how people answer there anyway. */
const SAME_SCORE = 0.8;
const MORE_THAN_USUAL = 0.15;
const NEARLY_ALL = 0.97;
const SAME_COMMENT = 0.3;
const LEAST_COMMENTS = 10;
const DENSEST = 0.5;

export interface AttackTest extends Arrivals {
  readonly expected: number;
  readonly p: number;
  readonly threshold: number;
  readonly marks: AttackMark[];
}
export type AttackMark = 'same-score' | 'same-comment' | 'all-at-once';

export interface AttackState {
  readonly day: string;
  readonly open: Watching | null;
  /** Kept from when it was raised: an attack must not become what is usual. */
  readonly usual: { readonly before: number; readonly busiest: number; readonly usualScores: readonly number[]; readonly until: string | null } | null;
}

export interface AttackDecision<K> {
  readonly key: K;
  readonly state: AttackState;
  readonly said: 'raised' | 'going-on' | End | null;
  readonly test: AttackTest;
}

/**
 * Looks at places with a crowd, or watched, at a moment of `day`. A burst alone is no attack: the crowd must look like one author too.
 * @param among how many places had arrivals at all: all of them were looked at, though those without a crowd need no test
 */
export function decideAttacks<K>(places: readonly { key: K; arrivals: Arrivals; state: AttackState | null }[], day: string, among = places.length): AttackDecision<K>[] {
  const others = new Array<number>(Math.max(0, among - places.length)).fill(1);
  const tests = places.map(({ arrivals, state }) => testOf(arrivals, state, day, LEVEL / Math.max(1, places.length + others.length)));
  const holds = holm([...tests.map(({ p }) => p), ...others], LEVEL);
  return places.map(({ key, state }, i): AttackDecision<K> => {
    const test = tests[i]!;
    const { before, busiest, usualScores } = test;
    if (state?.open) {
      const { open, end } = watchOn(state.open, backAgain(test), state.day < day, 0);
      return { key, test, said: end ?? 'going-on', state: { day, open, usual: { before, busiest, usualScores, until: end ? addDays(day, DAYS_BEFORE) : null } } };
    }
    const raised = holds[i]! && test.recent >= LEAST && test.recent >= TIMES_USUAL * test.expected && test.recent >= TIMES_BUSIEST * test.busiest && test.marks.length > 0;
    if (raised) return { key, test, said: 'raised', state: { day, open: { since: day, back: 0, unknown: 0 }, usual: { before, busiest, usualScores, until: null } } };
    return { key, test, said: null, state: { day, open: null, usual: heldAt(state, day) } };
  });
}

function testOf(arrivals: Arrivals, state: AttackState | null, day: string, threshold: number): AttackTest {
  const { before, busiest, usualScores } = heldAt(state, day) ?? arrivals;
  const held = { ...arrivals, before, busiest, usualScores };
  return { ...held, expected: before / DAYS_BEFORE, p: burst(arrivals.recent, before, DAYS_BEFORE), threshold, marks: marksOf(held) };
}

function marksOf({ recent, before, scores, usualScores, comments, sameComment, densest }: Arrivals): AttackMark[] {
  const most = Math.max(0, ...scores);
  const usualShare = before === 0 ? 0 : (usualScores[scores.indexOf(most)] ?? 0) / before;
  const is: [AttackMark, boolean][] = [
    ['same-score', most >= Math.max(SAME_SCORE, Math.min(NEARLY_ALL, usualShare + MORE_THAN_USUAL)) * recent], ['same-comment', comments >= LEAST_COMMENTS && sameComment >= SAME_COMMENT * comments], ['all-at-once', densest >= DENSEST * recent],
  ];
  return recent === 0 ? [] : is.filter(([, holds]) => holds).map(([mark]) => mark);
}

const backAgain = ({ recent, expected }: AttackTest): Standing => (recent < Math.max(LEAST / 2, TIMES_BACK * expected) ? 'back' : 'on');

function heldAt(state: AttackState | null, day: string): AttackState['usual'] {
  const usual = state?.usual ?? null;
  return usual !== null && (usual.until === null || day < usual.until) ? usual : null;
}
