import type { SeenPath } from './as-was.ts';
import { merged, needsPaths, sourcesOf, type UnitSelection, type World } from './selection.ts';

/** bank > north > (haifa, acre), bank > south > eilat, as it is now. */
const tree: Record<string, string[]> = {
  bank: ['bank', 'north', 'haifa', 'acre', 'south', 'eilat'], north: ['north', 'haifa', 'acre'], south: ['south', 'eilat'], haifa: ['haifa'], acre: ['acre'], eilat: ['eilat'],
};
const everywhere: World = { roots: null, members: (unit) => tree[unit] ?? [unit] };
const inNorth: World = { ...everywhere, roots: ['north'] };
const ask: UnitSelection = { units: null, descendants: true, tree: 'was', byUnit: false, hourly: false };
const seen = (...paths: string[]): SeenPath[] => paths.map((path) => ({ unit: path.split('/').at(-1)!, path: path.split('/') }));
const settled = seen('bank/north/haifa', 'bank/north/acre', 'bank/south/eilat', 'bank/north');

test('nothing named is one figure over everything', () => {
  expect(sourcesOf(ask, everywhere)).toEqual([{ table: 'score_day', units: ['*'] }]);
  expect(sourcesOf({ ...ask, hourly: true }, everywhere)).toEqual([{ table: 'own_score_hour', units: null }]);
});

test('nothing named by somebody who is limited is their own units, never everything', () => {
  expect(sourcesOf(ask, inNorth)).toEqual([{ table: 'score_day', units: ['north'] }]);
  expect(sourcesOf({ ...ask, descendants: false }, inNorth)).toEqual([{ table: 'score_day', units: ['north'] }]);
  expect(sourcesOf({ ...ask, byUnit: true }, inNorth)).toEqual([{ table: 'own_score_day', units: ['north', 'haifa', 'acre'] }]);
});

test('units named without their descendants are their own answers', () => {
  expect(sourcesOf({ ...ask, units: ['north', 'haifa'], descendants: false }, everywhere)).toEqual([{ table: 'own_score_day', units: ['north', 'haifa'] }]);
});

test('grouped by named units each row has its descendants folded in, though rows overlap', () => {
  const sources = merged(sourcesOf({ ...ask, units: ['bank', 'north'], byUnit: true }, everywhere));
  expect(sources).toEqual([{ table: 'score_day', units: ['bank', 'north'], labels: ['bank', 'north'] }]);
});

test('on the tree as it is, a row is made of the present members own answers', () => {
  const sources = merged(sourcesOf({ ...ask, units: ['north', 'south'], byUnit: true, tree: 'is' }, everywhere));
  expect(sources).toEqual([{ table: 'own_score_day', units: ['north', 'haifa', 'acre', 'south', 'eilat'], labels: ['north', 'north', 'north', 'south', 'south'] }]);
});

describe('units that overlap are counted once', () => {
  test('a unit always below another selected one adds nothing', () => {
    expect(sourcesOf({ ...ask, units: ['haifa', 'north', 'eilat'] }, everywhere, settled)).toEqual([{ table: 'score_day', units: ['north', 'eilat'] }]);
  });
  test('on the tree as it is, each member once', () => {
    expect(sourcesOf({ ...ask, units: ['haifa', 'north'], tree: 'is' }, everywhere)).toEqual([{ table: 'own_score_day', units: ['haifa', 'north', 'acre'] }]);
  });
  test('a unit that moved below the other is taken by its own answers, each once', () => {
    const moved = [...settled, ...seen('bank/south/haifa')];
    expect(sourcesOf({ ...ask, units: ['haifa', 'north'] }, everywhere, moved)).toEqual([{ table: 'own_score_day', units: ['haifa', 'acre', 'north'] }]);
  });
  test('a unit of which only some answers were given inside is taken answer by answer', () => {
    const moved = [...settled, ...seen('bank/south/haifa', 'bank/south/acre')];
    expect(sourcesOf({ ...ask, units: ['haifa', 'north'] }, everywhere, moved)).toEqual([
      { table: 'own_score_day', units: ['haifa', 'north'] },
      { table: 'answers', units: ['acre'], through: ['haifa', 'north'] },
    ]);
  });
});

test('by the hour, a unit as it was is made of what stood below it then', () => {
  const moved = [...settled, ...seen('bank/south/haifa')];
  expect(sourcesOf({ ...ask, units: ['north'], hourly: true }, everywhere, moved)).toEqual([
    { table: 'own_score_hour', units: ['acre', 'north'] },
    { table: 'answers', units: ['haifa'], through: ['north'] },
  ]);
});

test('the past is read only where it can matter', () => {
  expect(needsPaths(ask, everywhere)).toBe(false);
  expect(needsPaths({ ...ask, units: ['north'] }, everywhere)).toBe(false);
  expect(needsPaths({ ...ask, units: ['north', 'south'], byUnit: true }, everywhere)).toBe(false);
  expect(needsPaths({ ...ask, units: ['north', 'south'] }, everywhere)).toBe(true);
  expect(needsPaths({ ...ask, units: ['north'], hourly: true }, everywhere)).toBe(true);
  expect(needsPaths({ ...ask, units: ['north'], byUnit: true, hourly: true }, everywhere)).toBe(true);
});
