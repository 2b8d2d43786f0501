import { PlannedOnce } from './planned-once.ts';

test('a statement keeps its name, another has another', () => {
  const planned = new PlannedOnce();
  const [a, b] = ['SELECT 1', 'SELECT 2'].map((text) => planned.nameOf(text));
  expect(a).not.toBe(b);
  expect(planned.nameOf('SELECT 1')).toBe(a);
});

test('there is an end to the names, and those that were given stay', () => {
  const planned = new PlannedOnce();
  const names = Array.from({ length: 150 }, (_, i) => planned.nameOf(`SELECT ${i}`));
  expect(new Set(names.slice(0, 100)).size).toBe(100);
  expect(names.slice(100)).toEqual(new Array(50).fill(undefined));
  expect(planned.nameOf('SELECT 7')).toBe(names[7]);
});
