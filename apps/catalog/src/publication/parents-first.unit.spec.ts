import type { Unit } from '../unit/unit.ts';
import { parentsFirst } from './republish-catalogue.ts';

const unit = (key: string, ...parents: (string | null)[]): Unit => ({ key, placements: parents.map((parent) => ({ parent, from: null })) }) as unknown as Unit;
const order = (...units: Unit[]): string[] => parentsFirst(units).map(({ key }) => key);

test('a unit comes after everything that it ever hung below', () => {
  expect(order(unit('a', 'c', 'b'), unit('b', 'd'), unit('c', 'd'), unit('d', null))).toEqual(['d', 'b', 'c', 'a']);
});

test('units that hung below each other at different times are told all the same', () => {
  expect(order(unit('a', 'b', null), unit('b', null, 'a'), unit('c', null)).sort()).toEqual(['a', 'b', 'c']);
});
