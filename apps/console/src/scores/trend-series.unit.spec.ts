import type { ScoreRow } from '../figures/score-row.ts';
import { stepLabel } from './step-label.ts';
import { axisRange, tickTimes, trendPoints } from './trend-series.ts';

const row = (from: string, nps: number | null, rest: Partial<ScoreRow> = {}): ScoreRow => ({
  from, to: from, nps, n: 20, promoters: 0, passives: 0, detractors: 0, counts: [], mean: null, confidence: nps === null ? null : { low: nps - 10, high: nps + 10, level: 0.95 },
  invited: 0, answered: 0, pending: 0, bounced: 0, responseRate: null, sufficient: true, suppressed: false, ...rest,
});

test('steps are in order of time, and one with too few answers or withheld is a gap', () => {
  const points = trendPoints([row('2026-11-03', 30), row('2026-11-01', 10, { sufficient: false, confidence: null }), row('2026-11-02', null, { suppressed: true })]);
  expect(points.map((point) => point.nps)).toEqual([null, null, 30]);
  expect(points[2]).toMatchObject({ low: 20, high: 40 });
});
test('the axis holds every interval, is never narrower than 40 points and never leaves the scale', () => {
  expect(axisRange(trendPoints([row('2026-11-03', 30)]))).toEqual({ min: 10, max: 50 });
  expect(axisRange(trendPoints([row('2026-11-03', 95, { confidence: { low: 92, high: 98, level: 0.95 } })]))).toEqual({ min: 60, max: 100 });
  expect(axisRange([])).toEqual({ min: -100, max: 100 });
});
test('a step has the name of its local time, whatever the zone of the reader', () => {
  expect(stepLabel('2026-11-22', 'day', 'en')).toBe('Nov 22');
  expect(stepLabel('2026-11-22T14:00:00+02:00', 'hour', 'en')).toContain('02:00');
  expect(stepLabel('2026-10-01', 'quarter', 'en')).toBe('Oct 2026');
});
test('labels stand at steps that there are, few enough to be read', () => {
  const points = trendPoints(Array.from({ length: 31 }, (_, day) => row(`2026-10-${String(day + 1).padStart(2, '0')}`, 30)));
  expect(tickTimes(points).length).toBeLessThanOrEqual(8);
  expect(tickTimes(points).every((at) => points.some((point) => point.at === at))).toBe(true);
  expect(tickTimes(points.slice(0, 3))).toHaveLength(3);
});
