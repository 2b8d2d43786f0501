import type { ScoreRow } from '../figures/score-row.ts';
import { stepLabel } from './step-label.ts';
import { axisRange, tickTimes, trendPoints } from './trend-series.ts';

const row = (from: string, nps: number | null, rest: Partial<ScoreRow> = {}): ScoreRow => ({
  from, to: from, nps, n: 20, promoters: 10, passives: 5, detractors: 5, counts: [], mean: null, confidence: nps === null ? null : { low: nps - 10, high: nps + 10, level: 0.95 },
  invited: 0, answered: 0, pending: 0, bounced: 0, responseRate: null, sufficient: true, suppressed: false, ...rest,
});

test('steps are in order of time, and one with too few answers or withheld is a gap', () => {
  const points = trendPoints([row('2026-11-03', 30), row('2026-11-01', 10, { sufficient: false, confidence: null }), row('2026-11-02', null, { suppressed: true })], 'day');
  expect(points.map((point) => point.nps)).toEqual([null, null, 30]);
  expect(points[2]).toMatchObject({ low: 20, high: 40 });
});
test('a step that the API left out, since nobody answered, is a gap too; steps of uneven length are none', () => {
  expect(trendPoints([row('2026-11-20', 30), row('2026-11-22', 10), row('2026-11-23', 10)], 'day').map((point) => point.nps)).toEqual([30, null, 10, 10]);
  expect(trendPoints([row('2026-01-01', 1), row('2026-02-01', 2), row('2026-03-01', 3)], 'month').map((point) => point.nps)).toEqual([1, 2, 3]);
});
test('lines of a wide axis stand further apart, and both its ends are on one', () => {
  const { min, max, step } = axisRange(trendPoints([row('2026-11-03', 30, { confidence: { low: -9, high: 67, level: 0.95 } })], 'day'));
  expect([min, max, step]).toEqual([-20, 80, 20]);
});
test('the axis holds every interval, is never narrower than 40 points and never leaves the scale', () => {
  expect(axisRange(trendPoints([row('2026-11-03', 30)], 'day'))).toEqual({ min: 10, max: 50, step: 10 });
  expect(axisRange(trendPoints([row('2026-11-03', 95, { confidence: { low: 92, high: 98, level: 0.95 } })], 'day'))).toEqual({ min: 60, max: 100, step: 10 });
  expect(axisRange([])).toEqual({ min: -100, max: 100, step: 50 });
});
test('a step has the name of its local time, whatever the zone of the reader', () => {
  expect(stepLabel('2026-11-22', 'day', 'en')).toBe('Nov 22');
  expect(stepLabel('2026-11-22T14:00:00+02:00', 'hour', 'en')).toContain('02:00');
  expect(stepLabel('2026-10-01', 'quarter', 'en')).toBe('Oct 2026');
});
test('labels stand at steps that there are, few enough to be read', () => {
  const points = trendPoints(Array.from({ length: 31 }, (_, day) => row(`2026-10-${String(day + 1).padStart(2, '0')}`, 30)), 'day');
  expect(tickTimes(points).length).toBeLessThanOrEqual(8);
  expect(tickTimes(points).every((at) => points.some((point) => point.at === at))).toBe(true);
  expect(tickTimes(points.slice(0, 3))).toHaveLength(3);
});
