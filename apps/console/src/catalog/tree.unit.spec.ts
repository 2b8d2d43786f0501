import { findNode, forest, inTreeOrder, leaves, pathTo, siblingsOf, unitsToCompare, type Unit } from './tree.ts';

const unit = (key: string, parent: string | null, name = key): Unit => ({ key, name, parent, timeZone: 'UTC' });
const bank = [unit('bank', null), unit('north', 'bank', 'North'), unit('coast', 'bank', 'Coast'), unit('b10', 'north', 'Branch 10'), unit('b9', 'north', 'Branch 9')];
const keys = (units: readonly Unit[]): string[] => units.map((one) => one.key);

test('a reader who sees one region has that region as the root', () => {
  expect(keys(forest(bank.filter((one) => one.key !== 'bank')))).toEqual(['coast', 'north']);
});
test('siblings are in the order of their names, numbers as numbers', () => {
  expect(keys(findNode(forest(bank), 'north')!.children)).toEqual(['b9', 'b10']);
});
test('a path runs from the root to the unit, and a loop ends', () => {
  expect(keys(pathTo(bank, 'b9'))).toEqual(['bank', 'north', 'b9']);
  expect(pathTo(bank, 'nowhere')).toEqual([]);
  expect(keys(pathTo([unit('a', 'b'), unit('b', 'a')], 'a'))).toEqual(['b', 'a']);
});
test('what is compared is one step below what is selected', () => {
  const nodes = forest(bank);
  expect(keys(unitsToCompare(nodes, []))).toEqual(['coast', 'north']);
  expect(keys(unitsToCompare(nodes, ['north']))).toEqual(['b9', 'b10']);
  expect(keys(unitsToCompare(nodes, ['b9']))).toEqual(['b9']);
  expect(keys(unitsToCompare(nodes, ['coast', 'b9', 'gone']))).toEqual(['coast', 'b9']);
});
test('the branches are the units with nothing below', () => expect(keys(leaves(forest(bank)))).toEqual(['coast', 'b9', 'b10']));
test('a branch stands among those beside it, and the top among the tops', () => {
  expect(['b9', 'coast', 'bank', 'gone'].map((key) => keys(siblingsOf(forest(bank), key)))).toEqual([['b9', 'b10'], ['coast', 'north'], ['bank'], []]);
});
test('in the order of the tree each unit comes before those below it', () => {
  expect(inTreeOrder(forest(bank)).map(({ key, depth }) => `${depth} ${key}`)).toEqual(['0 bank', '1 coast', '1 north', '2 b9', '2 b10']);
});
