import { surveyBreaks, weightBreaks } from './breaks.ts';

const open = { from: null, to: null };
const first = (...days: [number, string][]) => days.map(([survey, day]) => ({ survey, day }));

test('a later version of the survey breaks the trend on its first day, the first one does not', () => {
  expect(surveyBreaks(first([2, '2026-05-10'], [1, '2026-01-01'], [3, '2026-06-01']), open)).toEqual([{ day: '2026-05-10', kind: 'survey', survey: 2, was: 1 }, { day: '2026-06-01', kind: 'survey', survey: 3, was: 2 }]);
  expect(surveyBreaks(first([1, '2026-01-01'], [2, '2026-01-01']), open)).toEqual([]);
});
test('what changed before the time, or with its first day, breaks nothing inside it', () => {
  const window = { from: '2026-05-10', to: '2026-06-01' };
  expect(surveyBreaks(first([1, '2026-04-01'], [2, '2026-05-10'], [3, '2026-06-01']), window)).toEqual([]);
  expect(weightBreaks([{ key: 'visit', weights: [{ weight: 1, from: null }, { weight: 2, from: '2026-05-10' }, { weight: 3, from: '2026-05-20' }] }], window)).toEqual([{ day: '2026-05-20', kind: 'weights', touchpoint: 'visit', weight: 3, was: 2 }]);
});
test('a weight that was said again, or that a touchpoint began with, is no change', () => {
  expect(weightBreaks([{ key: 'visit', weights: [{ weight: 1, from: '2026-05-01' }, { weight: 1, from: '2026-05-20' }] }, { key: 'old' }], open)).toEqual([]);
});
