import { forest } from '../catalog/tree.ts';
import { resolveSelection } from '../filters/selection.ts';
import { placeText, rankingQuery, tiersOf, type Place } from './ranking.ts';

const unit = (key: string, parent: string | null) => ({ key, name: key, parent, timeZone: 'UTC' });
const tree = forest([unit('bank', null), unit('north', 'bank'), unit('south', 'bank'), unit('n1', 'north'), unit('n2', 'north')]);
const selection = (search: { unit?: string; touchpoint?: string }) => resolveSelection({ range: '1d', ...search }, '2026-11-22');

test('what is ranked together never contains one another', () => {
  expect(rankingQuery(selection({}), 'unit', tree)).toMatchObject({ by: 'unit', unit: ['north', 'south'] });
  expect(rankingQuery(selection({}), 'single', tree)).toMatchObject({ by: 'unit', unit: ['n1', 'n2', 'south'] });
  expect(rankingQuery(selection({ unit: 'north' }), 'single', tree)).toMatchObject({ unit: ['n1', 'n2'] });
  for (const by of ['unit', 'single'] as const) expect(rankingQuery(selection({ unit: 'n1' }), by, tree)).toMatchObject({ unit: ['n1', 'n2'] });
});
test('touchpoints are ranked inside the units selected', () => expect(rankingQuery(selection({ unit: 'north', touchpoint: 'till' }), 'touchpoint', tree)).toMatchObject({ by: 'touchpoint', unit: ['north'], touchpoint: ['till'] }));

test('tiers come best first, with their rows as they came', () => {
  const place = (unitKey: string, tier: number) => ({ unit: unitKey, tier }) as Place;
  expect(tiersOf([place('b', 2), place('a', 1), place('c', 2)]).map(({ tier, rows }) => [tier, rows.map((row) => row.unit)])).toEqual([[1, ['a']], [2, ['b', 'c']]]);
});
test('a place that is open says between which', () => expect([placeText({ from: 3, to: 3 }), placeText({ from: 3, to: 5 })]).toEqual(['3', '3–5']));
