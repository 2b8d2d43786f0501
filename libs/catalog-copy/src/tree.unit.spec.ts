import type { Unit } from './entries.ts';
import { parentAt, pathAt, withDescendantsAt } from './tree.ts';

const unit = (key: string, ...placements: [parent: string | null, from: string | null][]): Unit => ({
  key, version: 1, changedAt: '2026-01-01T00:00:00Z', name: key, timeZone: 'UTC', closedAt: null, placements: placements.map(([parent, from]) => ({ parent, from })),
});
const tree = (...units: Unit[]) => new Map(units.map((one) => [one.key, one]));

const moved = '2026-06-01T00:00:00Z';
const bank = tree(
  unit('bank', [null, null]), unit('north', ['bank', null]), unit('coast', ['bank', null]),
  unit('haifa', ['north', null], ['coast', moved]), unit('haifa-1', ['haifa', null]),
);
const before = new Date('2026-05-31T23:59:59Z');
const after = new Date(moved);

test('a unit is where its last placement put it, from the very moment of the move', () => {
  expect(parentAt(bank.get('haifa')!, before)).toBe('north');
  expect(parentAt(bank.get('haifa')!, after)).toBe('coast');
});

test('a path runs from the root to the unit, as the tree was at that time', () => {
  expect(pathAt(bank, 'haifa-1', before)).toEqual(['bank', 'north', 'haifa', 'haifa-1']);
  expect(pathAt(bank, 'haifa-1', after)).toEqual(['bank', 'coast', 'haifa', 'haifa-1']);
});

test('placements count by their time, not by their order', () => {
  const shuffled = unit('haifa', ['coast', moved], ['north', null]);
  expect(parentAt(shuffled, before)).toBe('north');
  expect(parentAt(shuffled, after)).toBe('coast');
});

test('descendants follow the move of their ancestor', () => {
  expect([...withDescendantsAt(bank, ['north'], before)].sort()).toEqual(['haifa', 'haifa-1', 'north']);
  expect([...withDescendantsAt(bank, ['north'], after)]).toEqual(['north']);
  expect([...withDescendantsAt(bank, ['coast', 'nowhere'], after)].sort()).toEqual(['coast', 'haifa', 'haifa-1']);
});

test('a circle ends', () => {
  const circle = tree(unit('a', ['b', null]), unit('b', ['a', null]));
  expect(pathAt(circle, 'a', after)).toEqual(['b', 'a']);
  expect([...withDescendantsAt(circle, ['a'], after)].sort()).toEqual(['a', 'b']);
});
