import { holm } from '@candor/nps';
import { watchOn, type End, type Standing, type Watching } from '../watch.ts';
import { marksOf, othersOf, sumOf, type Against, type Asked, type Marks } from './marks.ts';

export const FAIRNESS_DAYS = 28;
/** The chance that even one of all peers looked at passes the first test without cause; a mark must confirm it. */
const LEVEL = 0.01;
const LEAST = 30;
const LEAST_PEERS = 100;
/** A smaller difference of shares is how people differ. */
const LEAST_POINTS = 0.15;
const BACK_POINTS = LEAST_POINTS / 2;
const BACK_P = 0.1;
const DAYS_BACK = 7;
const MARK_P = 0.01;

export const FAIRNESS_KINDS = ['begging', 'cherry-picking'] as const;
export type FairnessKind = (typeof FAIRNESS_KINDS)[number];
export type FairnessMark = 'no-nines' | 'prompt' | 'run' | 'tens';

export interface FairnessTest {
  readonly marks: Marks;
  readonly confirmed: FairnessMark[];
  readonly p: number;
  readonly threshold: number;
}
export interface FairnessState {
  readonly day: string;
  readonly open: Watching | null;
}
export interface FairnessDecision<K> {
  readonly key: K;
  readonly kind: FairnessKind;
  readonly state: FairnessState;
  readonly said: 'raised' | 'going-on' | End | null;
  readonly test: FairnessTest;
}
export interface Peer<K> {
  readonly key: K;
  readonly asked: Asked;
  readonly states: Readonly<Record<FairnessKind, FairnessState | null>>;
}

/**
 * Looks at peers (units, or persons served by, of one touchpoint), each against all the others. Begging: more tens than the others have, and a mark of being asked for them;
 * to be good is none. Cherry-picking: fewer of the customers could be asked, by what the unit recorded, and those who were are happier.
 */
export function decideFairness<K>(peers: readonly Peer<K>[], day: string): FairnessDecision<K>[] {
  const all = sumOf(peers.map(({ asked }) => asked));
  const marks = peers.map(({ asked }) => marksOf(asked, othersOf(all, asked)));
  const tested = marks.flatMap((of, i) => FAIRNESS_KINDS.map((kind) => ({ i, kind, marks: of, main: mainOf(kind, of) })));
  const holds = holm(tested.map(({ main }) => main?.p ?? 1), LEVEL);
  return tested.map(({ i, kind, marks: of, main }, at): FairnessDecision<K> => {
    const { key, states } = peers[i]!;
    const state = states[kind];
    const test: FairnessTest = { marks: of, confirmed: confirmedBy(kind, of), p: main?.p ?? 1, threshold: LEVEL / Math.max(1, tested.length) };
    if (state?.open) {
      const { open, end } = watchOn(state.open, standing(kind, main), state.day < day, DAYS_BACK);
      return { key, kind, test, said: end ?? 'going-on', state: { day, open } };
    }
    const raised = main !== null && holds[at]! && away(kind, main) >= LEAST_POINTS && test.confirmed.length > 0;
    return { key, kind, test, said: raised ? 'raised' : null, state: { day, open: raised ? { since: day, back: 0, unknown: 0 } : null } };
  });
}

const mainOf = (kind: FairnessKind, { tens, coverage }: Marks): Against | null => told(kind === 'begging' ? tens : coverage);
/** How far it is on the wrong side. */
const away = (kind: FairnessKind, { points }: Against): number => (kind === 'begging' ? points : -points);
const told = (against: Against | null): Against | null => (against && against.of >= LEAST && against.peers.of >= LEAST_PEERS ? against : null);

function confirmedBy(kind: FairnessKind, { tens, noNines, prompt, run }: Marks): FairnessMark[] {
  const above = (mark: Against | null, least: number): boolean => mark !== null && mark.points >= least && mark.p < MARK_P;
  const found: [FairnessMark, boolean][] = kind === 'begging' ? [['no-nines', above(noNines, 0.1)], ['prompt', above(prompt, 0.2)], ['run', run.p < MARK_P]]
    : [['tens', above(tens, 0.1)], ['prompt', above(prompt, 0.2)]];
  return found.filter(([, holds]) => holds).map(([mark]) => mark);
}

function standing(kind: FairnessKind, main: Against | null): Standing {
  if (!main) return 'unknown';
  return away(kind, main) < BACK_POINTS || main.p > BACK_P ? 'back' : 'on';
}
