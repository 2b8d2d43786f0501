import type { ScoreRow } from '../figures/score-row.ts';
import { heatMatrix } from './heat-matrix.ts';

const row = (unit: string, nps: number | null, n: number, touchpoint?: string): ScoreRow => ({
  unit, ...(touchpoint === undefined ? {} : { touchpoint }), nps, n, from: '', to: '', promoters: 0, passives: 0, detractors: 0, counts: [], mean: null, confidence: null,
  invited: 0, answered: 0, pending: 0, bounced: 0, responseRate: null, sufficient: n >= 10, suppressed: false,
});

test('the worst unit comes first, those with too few answers last; units without answers are named together, in the order given', () => {
  const { lines, silent } = heatMatrix(['e', 'a', 'b', 'c', 'd'], [row('a', 40, 100), row('b', -60, 3), row('c', 5, 50), row('d', null, 0)], []);
  expect(lines.map((line) => line.unit)).toEqual(['c', 'a', 'b']);
  expect(silent).toEqual(['e', 'd']);
});
test('touchpoints with most answers come first, those without any are left out', () => {
  const matrix = heatMatrix(['a', 'b'], [row('a', 1, 35), row('b', 1, 2)], [row('a', 1, 5, 'web'), row('b', 1, 2, 'web'), row('a', 1, 30, 'visit'), row('b', null, 0, 'phone')]);
  expect(matrix.touchpoints).toEqual(['visit', 'web']);
  expect(matrix.lines.find((line) => line.unit === 'b')?.cells.get('web')?.n).toBe(2);
});
