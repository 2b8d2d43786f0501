import type { Shares } from '@candor/nps';
import { addDays } from '../days.ts';
import { decideChanges, type ChangeCell, type ChangeDecision, type ChangeState } from './decide-changes.ts';
import { referenceOf, testWindow, WEEKS } from './windows.ts';

const DAY = '2026-11-22';
/** Usual is 60 % promoters and 20 % detractors, +40. */
const week = (n: number, nps = 40): Shares => ({ n, promoters: Math.round(n * (0.4 + nps / 200)), detractors: Math.round(n * (0.4 - nps / 200)) });
const weeks = (n: number, ...recent: number[]): Shares[] => Array.from({ length: WEEKS }, (_, i) => week(n, recent[i] ?? 40));
const one = (of: readonly Shares[], state: ChangeState | null = null, day = DAY, acknowledged = false): ChangeDecision<string> =>
  decideChanges([{ key: 'haifa', weeks: of, state, acknowledged }], day)[0]!;
/** Looks day after day, always at the same weeks. */
function days(count: number, of: readonly Shares[], from: ChangeDecision<string>, acknowledged = false): ChangeDecision<string>[] {
  const said: ChangeDecision<string>[] = [];
  for (let i = 1; i <= count; i++) said.push(one(of, said.at(-1)?.state ?? from.state, addDays(from.state.day, i), acknowledged));
  return said;
}
const dropped = one(weeks(200, 10));

test('a drop is raised once and then silent, with the window, both figures and what p had to be under', () => {
  expect(dropped).toMatchObject({ said: 'raised', kind: 'drop', test: { weeks: 1, recent: { n: 200 }, baseline: { n: 2400, dispersion: 1 } } });
  expect(dropped.test!.points).toBeCloseTo(-29.6, 0);
  expect(dropped.test!.p).toBeLessThan(dropped.threshold);
  expect(days(20, weeks(200, 10), dropped).map(({ said }) => said)).toEqual(Array(20).fill('going-on'));
});

test('a rise is one too, and what nobody would notice is none however sure it is', () => {
  expect(one(weeks(200, 70))).toMatchObject({ said: 'raised', kind: 'rise' });
  const huge = one(weeks(100_000, 37));
  expect(testWindow(weeks(100_000, 37), 1)!.p).toBeLessThan(0.0001);
  expect(huge.said).toBeNull();
});

test('too few answers on either side are not tested', () => {
  expect(testWindow([week(29, -100), ...weeks(100).slice(1)], 1)).toBeNull();
  expect(testWindow(weeks(8, -100, -100, -100, -100), 4)).toBeNull();
  expect(one(weeks(3, -100, -100, -100, -100, -100, -100, -100, -100)).said).toBeNull();
});

test('a quiet place is seen by its four weeks when one of them would say nothing', () => {
  const quiet = weeks(40, 10, 10, 10, 10);
  expect(one(quiet)).toMatchObject({ said: 'raised', test: { weeks: 4 } });
});

test('the more places are looked at, the more a drop must show', () => {
  const small = weeks(120, 22);
  expect(one(small).said).toBe('raised');
  const others = Array.from({ length: 1000 }, (_, i): ChangeCell<string> => ({ key: `${i}`, weeks: weeks(120), state: null }));
  expect(decideChanges([{ key: 'haifa', weeks: small, state: null }, ...others], DAY)[0]).toMatchObject({ said: null });
});

test('a place whose weeks differ by themselves needs more than a steady one', () => {
  const restless = Array.from({ length: WEEKS }, (_, i) => week(200, i === 0 ? 15 : i % 2 ? 20 : 60));
  expect(referenceOf(restless.slice(1, 9)).dispersion).toBeGreaterThan(8);
  expect(one(restless).said).toBeNull();
  expect(one(weeks(200, 15)).said).toBe('raised');
});

test('it has recovered when it was back within the looser threshold for a week, and not by one good day', () => {
  const back = weeks(200, 38);
  expect(days(7, back, dropped).map(({ said }) => said)).toEqual([...Array(6).fill('going-on'), 'recovered']);
  // Between the two thresholds: too little to be raised, too much to be over.
  const between = weeks(200, 26);
  expect(one(between).said).toBe('raised');
  expect(one(weeks(60, 31)).said).toBeNull();
  expect(days(10, weeks(200, 24), dropped).at(-1)!.said).toBe('going-on');
});

test('the same day looked at again is not one more day back', () => {
  let state = dropped.state;
  for (let i = 0; i < 20; i++) state = one(weeks(200), state, DAY).state;
  expect(state.open).toMatchObject({ back: 0 });
});

test('a lasting drop does not become its own baseline; one that was acknowledged does at last', () => {
  const low = Array.from({ length: WEEKS }, () => week(200, 10));
  expect(days(100, low, dropped).every(({ said }) => said === 'going-on')).toBe(true);
  expect(days(150, low, dropped, true).map(({ said }) => said).indexOf('new-level')).toBe(139);
});

test('after it has recovered, its weeks are neither baseline nor news: the usual is no rise, and the same drop is not told twice', () => {
  const recovered = days(7, weeks(200, 38), dropped).at(-1)!;
  const after = [week(200), ...Array.from({ length: WEEKS - 1 }, () => week(200, 10))];
  expect(one(after).kind).toBe('rise');
  expect(one(after, recovered.state, addDays(recovered.state.day, 7)).said).toBeNull();
  expect(one([week(200, 10), ...after.slice(1)], recovered.state, addDays(recovered.state.day, 7)).said).toBe('raised');
});

test('one that nobody answers for any more ends as that after four weeks', () => {
  expect(days(28, weeks(0), dropped).map(({ said }) => said).indexOf('no-answers')).toBe(27);
});
