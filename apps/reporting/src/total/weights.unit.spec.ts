import { changesOf, weightsOn, weightsUsed } from './weights.ts';

const touchpoints = [
  { key: 'visit', weight: 3, weights: [{ weight: 2, from: null }, { weight: 3, from: '2026-07-01' }] },
  { key: 'web', weight: 1, weights: [{ weight: 1, from: '2026-10-01' }] },
  { key: 'old', weight: 4 },
];

test('each day has its weights; what has none yet has 0, what knows no history has one since ever', () => {
  expect([...weightsOn(touchpoints, '2026-06-30')]).toEqual([['visit', 2], ['web', 0], ['old', 4]]);
  expect([...weightsOn(touchpoints, '2026-10-01')]).toEqual([['visit', 3], ['web', 1], ['old', 4]]);
});

test('says since when the weights held, and which changes lie inside the period: not the one it begins with', () => {
  const changes = changesOf(touchpoints);
  expect(changes).toEqual(['2026-07-01', '2026-10-01']);
  expect(weightsUsed(changes, '2026-07-01', '2026-09-30', [3, 4])).toEqual({ from: '2026-07-01', changedOn: [], sum: 7, normalised: true });
  expect(weightsUsed(changes, '2026-06-30', '2026-12-31', [0.25, 0.75])).toEqual({ from: '2026-10-01', changedOn: ['2026-07-01', '2026-10-01'], sum: 1, normalised: false });
  expect(weightsUsed(changes, '2026-01-01', '2026-06-30', [])).toMatchObject({ from: null, changedOn: [] });
});
