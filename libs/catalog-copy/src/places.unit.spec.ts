import type { Placed } from './places.ts';
import { differsFrom, placesOf } from './places.ts';

const unit = (key: string, ...placements: [parent: string | null, from: string | null][]): Placed => ({ key, placements: placements.map(([parent, from]) => ({ parent, from })) });
const tree = (...units: Placed[]) => new Map(units.map((one) => [one.key, one]));
const MAY = '2026-05-01T00:00:00.000Z';
const JUNE = '2026-06-01T00:00:00.000Z';

test('a unit has a place for each move, its own and those of what it hangs below', () => {
  const units = tree(unit('bank', [null, null]), unit('coast', ['bank', null]), unit('north', ['bank', null], ['coast', MAY]), unit('haifa', ['north', null], ['bank', JUNE]));
  expect(placesOf(units, 'haifa')).toEqual([
    { since: null, path: ['bank', 'north', 'haifa'], known: true }, { since: MAY, path: ['bank', 'coast', 'north', 'haifa'], known: true }, { since: JUNE, path: ['bank', 'haifa'], known: true },
  ]);
});

test('what moved above it only while it was elsewhere makes no place', () => {
  const units = tree(unit('bank', [null, null]), unit('coast', ['bank', null]), unit('north', ['bank', null], ['coast', JUNE]), unit('haifa', ['north', null], ['bank', MAY]));
  expect(placesOf(units, 'haifa').map(({ since }) => since)).toEqual([null, MAY]);
});

test('a place below something not heard of yet is known as such', () => {
  expect(placesOf(tree(unit('haifa', ['north', null])), 'haifa')).toEqual([{ since: null, path: ['north', 'haifa'], known: false }]);
});

test('histories differ from the first moment at which the unit was elsewhere', () => {
  const at = (since: string | null, ...path: string[]) => ({ since, path, known: true });
  const stayed = [at(null, 'north', 'haifa')];
  expect(differsFrom(stayed, stayed)).toBeUndefined();
  expect(differsFrom([], stayed)).toBeNull();
  expect(differsFrom(stayed, [...stayed, at(MAY, 'coast', 'haifa')])).toBe(MAY);
  expect(differsFrom([...stayed, at(MAY, 'coast', 'haifa')], [...stayed, at(JUNE, 'coast', 'haifa')])).toBe(MAY);
  expect(differsFrom([at(null, 'north', 'haifa')], [{ ...at(null, 'north', 'haifa'), known: false }])).toBeNull();
});
