import { daysOf, quarterRows, shownFigures, type Edition, type OfficialFigure } from './editions.ts';
import { parseOfficialSearch } from './official-search.ts';

const edition = (quarter: string, number: number, signed = false): Edition =>
  ({ quarter, edition: number, asOf: '', reason: number > 1 ? 'a bot' : null, changed: 0, frozen: { by: 'a', name: null, at: '' }, signed: signed ? { by: 'b', name: 'Bea', at: '' } : null });

test('a quarter ends where the next begins', () => {
  expect(['2026-Q1', '2026-Q4'].map(daysOf)).toEqual([{ from: '2026-01-01', to: '2026-04-01' }, { from: '2026-10-01', to: '2027-01-01' }]);
});
test('each quarter is live, over, without answers, or frozen or signed by its last edition', () => {
  const rows = quarterRows([edition('2026-Q2', 1, true), edition('2026-Q3', 1, true), edition('2026-Q3', 2)], '2026-11-22', new Set(['2026-Q1', '2025-Q4']));
  expect(rows.map(({ quarter, state, edition: last }) => [quarter, state, last?.edition])).toEqual([
    ['2026-Q4', 'live', undefined], ['2026-Q3', 'frozen', 2], ['2026-Q2', 'signed', 1], ['2026-Q1', 'over', undefined], ['2025-Q4', 'over', undefined], ['2025-Q3', 'empty', undefined],
  ]);
});
test('no frozen quarter is left out, however long ago', () => expect(quarterRows([edition('2024-Q2', 1)], '2026-11-22', new Set()).at(-1)).toMatchObject({ quarter: '2024-Q2', state: 'frozen' }));
test('on its first day a quarter is live, and the one before is over', () => expect(quarterRows([], '2027-01-01', null).slice(0, 2).map(({ state }) => state)).toEqual(['live', 'over']));

test('figures are of units in the order of the tree, those it has lost last, or of the touchpoints of one; what is of all comes first', () => {
  const data = ([[null, null], ['b', null], ['a', null], ['a', 'till'], ['a', 'loan'], [null, 'till']] as const).map(([unit, touchpoint]) => ({ unit, touchpoint }) as OfficialFigure);
  const places = (by: 'unit' | 'touchpoint', unit: string | null) => shownFigures(data, by, unit, [{ key: 'b', depth: 0 }], (one) => one[by] ?? '', 'en').map((one) => `${one.unit}/${one.touchpoint}`);
  expect(places('unit', null)).toEqual(['null/null', 'b/null', 'a/null']);
  expect(places('touchpoint', 'a')).toEqual(['a/null', 'a/loan', 'a/till']);
  expect(places('touchpoint', null)).toEqual(['null/null', 'null/till']);
});
test('an address that makes no sense shows the page as it is', () => expect(parseOfficialSearch({ quarter: '2026-Q5', edition: '0', tab: 'x', by: 'unit', unit: ' ' })).toEqual({ by: 'unit' }));
