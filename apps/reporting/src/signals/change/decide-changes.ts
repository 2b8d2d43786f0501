import type { Shares } from '@candor/nps';
import { benjaminiHochberg } from '../benjamini-hochberg.ts';
import { addDays } from '../days.ts';
import { watchOn, type End, type Standing, type Watching } from '../watch.ts';
import { testWindow, WEEKS, WINDOWS, type Reference, type Window, type WindowTest } from './windows.ts';

/** Of the drops and rises raised in one look, the share that may be false; docs/adr/0021 says what that comes to in a month. */
export const FALSE_SHARE = 0.1;
/** Less is not worth anybody's time, however sure it is. */
export const LEAST_POINTS = 5;
/** Back is who is within so many standard errors of the baseline and within half of what was raised, this many days in a row. */
const BACK_ERRORS = 1;
const DAYS_BACK = 7;
/** The baseline of a signal holds on until its weeks have left the baseline that moves; an acknowledged level becomes usual as late. */
const DAYS_HELD = 7 * WEEKS;

export interface OpenChange extends Watching {
  readonly kind: 'drop' | 'rise';
  readonly window: Window;
  readonly points: number;
}

/** What is remembered of a cell between days. */
export interface ChangeState {
  /** The last day that was looked at. */
  readonly day: string;
  readonly open: OpenChange | null;
  /** Kept from when a signal was raised: a lasting drop must not become its own baseline. Once it has `recovered`, only windows after that day are tested against it. */
  readonly reference: (Reference & { readonly recovered: string | null }) | null;
}

export interface ChangeCell<K> {
  readonly key: K;
  /** Sums of seven days each, the last seven first. */
  readonly weeks: readonly Shares[];
  readonly state: ChangeState | null;
  readonly acknowledged?: boolean;
}

export interface ChangeDecision<K> {
  readonly key: K;
  readonly state: ChangeState;
  readonly said: 'raised' | 'going-on' | End | null;
  readonly kind: 'drop' | 'rise' | null;
  readonly test: WindowTest | null;
  /** What `p` had to be under, with all that was tested beside it. */
  readonly threshold: number;
}

/**
 * Looks at all cells on one local day, `day` being the first that is not counted. Pure: the same cells and states give the same decisions.
 * Cells without an open signal are tested, all windows of all cells corrected together; those with one are only watched until they are back.
 */
export function decideChanges<K>(cells: readonly ChangeCell<K>[], day: string): ChangeDecision<K>[] {
  const tested = cells.map((cell) => (cell.state?.open ? [] : testsOf(cell, day)));
  const { threshold, holds } = benjaminiHochberg(tested.flat().map(({ p }) => p), FALSE_SHARE);
  return cells.map((cell, i): ChangeDecision<K> => {
    const { key, state } = cell;
    if (state?.open) return { key, kind: state.open.kind, threshold, ...watched(cell, state.open, day) };
    const found = tested[i]!.filter(({ p, points }) => holds(p) && Math.abs(points) >= LEAST_POINTS).sort((a, b) => a.p - b.p)[0];
    if (!found) return { key, kind: null, threshold, said: null, test: null, state: { day, open: null, reference: heldAt(state, day) } };
    const kind = found.points < 0 ? 'drop' : 'rise';
    const open: OpenChange = { kind, since: day, window: found.weeks, points: found.points, back: 0, unknown: 0 };
    return { key, kind, threshold, said: 'raised', test: found, state: { day, open, reference: { ...found.baseline, recovered: null } } };
  });
}

function testsOf({ weeks, state }: ChangeCell<unknown>, day: string): WindowTest[] {
  const held = heldAt(state, day);
  const clean = WINDOWS.filter((window) => held?.recovered == null || addDays(held.recovered, 7 * window) <= day);
  return clean.map((window) => testWindow(weeks, window, held ?? undefined)).filter((test) => test !== null);
}

function watched({ weeks, state, acknowledged }: ChangeCell<unknown>, open: OpenChange, day: string): Pick<ChangeDecision<unknown>, 'state' | 'said' | 'test'> {
  const reference = state!.reference!;
  const test = testWindow(weeks, open.window, reference);
  const now = watchOn(open, standing(test, open), state!.day < day, DAYS_BACK);
  if (now.end === 'recovered') return { said: now.end, test, state: { day, open: null, reference: { ...reference, recovered: day } } };
  // Somebody has taken note, and by now the baseline that moves knows no other level.
  const settled = acknowledged === true && addDays(open.since, DAYS_HELD) <= day;
  if (now.end !== null || settled) return { said: now.end ?? 'new-level', test, state: { day, open: null, reference: null } };
  return { said: 'going-on', test, state: { day, open: now.open, reference } };
}

function standing(test: WindowTest | null, { kind, points: raised }: OpenChange): Standing {
  if (!test) return 'unknown';
  const sign = kind === 'drop' ? -1 : 1;
  return sign * test.z < BACK_ERRORS && sign * test.points < Math.abs(raised) / 2 ? 'back' : 'on';
}

function heldAt(state: ChangeState | null, day: string): ChangeState['reference'] {
  const reference = state?.reference ?? null;
  return reference !== null && (reference.recovered === null || day < addDays(reference.recovered, DAYS_HELD)) ? reference : null;
}
