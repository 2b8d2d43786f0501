import { MEASURES } from '@candor/contracts';
import { countsLength } from '@candor/nps';
import { axisRange, trendPoints } from '../scores/trend-series.ts';
import { createFormat } from './format.ts';
import { scoreAt, shownValue, toneOf, valueOf, valueRange } from './measure.ts';
import type { ScoreRow } from './score-row.ts';

const row: ScoreRow = {
  from: '2026-11-03', to: '2026-11-04', nps: null, n: 20, promoters: null, passives: null, detractors: null, counts: [], mean: 4.21, confidence: null,
  invited: 0, answered: 0, pending: 0, bounced: 0, responseRate: null, sufficient: true, suppressed: false,
};
const format = createFormat('en', false);

test('a row stands for its score, for the difference of WoMI, or for the mean on its scale', () => {
  expect(valueOf({ ...row, nps: 12 }, 'enps')).toBe(12);
  expect(valueOf({ ...row, womi: { value: -5, promoters: 3, detractors: 4, falseDetractors: 6 } }, 'womi')).toBe(-5);
  expect(valueOf(row, 'csat')).toBe(4.21);
});
test('too few answers and what is withheld are no number, whatever was asked', () => {
  expect(MEASURES.map((measure) => [valueOf({ ...row, nps: 1, sufficient: false }, measure), valueOf({ ...row, nps: 1, suppressed: true }, measure)])).toEqual(MEASURES.map(() => [null, null]));
});
test('points carry their sign, means do not', () => {
  expect([shownValue(12, 'enps', format), shownValue(-5, 'womi', format), shownValue(4.21, 'csat', format)]).toEqual(['+12', '−5', '4.2']);
});
test('columns are those of the measure, coloured by segment or by card', () => {
  expect(MEASURES.map((measure) => [scoreAt(measure, 0), scoreAt(measure, countsLength(measure) - 1)])).toEqual([[0, 10], [0, 10], [1, 5], [1, 7], [0, 10], [0, 2]]);
  expect([0, 1, 2].map((score) => toneOf('smiley', score))).toEqual(['detractor', 'passive', 'promoter']);
  expect([toneOf('enps', 6), toneOf('csat', 5), toneOf('womi', 10)]).toEqual(['detractor', 'text-quiet', 'text-quiet']);
});
test('a trend of means is drawn on the whole scale, without an interval that there is not', () => {
  expect(trendPoints([row], 'day', 'csat')).toMatchObject([{ nps: 4.21, low: null, high: null }]);
  expect([axisRange([], 'csat'), axisRange([], 'smiley'), valueRange('womi')]).toEqual([{ min: 1, max: 5, step: 1 }, { min: 0, max: 2, step: 0.5 }, { low: -100, high: 100 }]);
});
