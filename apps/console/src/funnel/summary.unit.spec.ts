import { behind, ofStage } from './behind.ts';
import type { Selection } from '../filters/selection.ts';
import { fourfold, rolledUp, stagesOf } from './summary.ts';

const counts = (interactions: number, invited = 0, delivered = 0, answered = 0) => ({ interactions, invited, delivered, bounced: invited - delivered, opened: delivered, started: answered, answered });

test('stages go from all interactions to answers, and those who must not be asked are not eligible', () => {
  const summary = {
    total: counts(1000, 400, 390, 120),
    data: [{ outcome: 'invited', ...counts(400, 400, 390, 120) }, { outcome: 'sampled-out', ...counts(500) }, { outcome: 'opted-out', ...counts(60) }, { outcome: 'excluded', ...counts(40) }],
  } as const;
  expect(stagesOf(summary)).toEqual([
    { stage: 'interactions', count: 1000, share: null }, { stage: 'eligible', count: 900, share: 0.9 }, { stage: 'invited', count: 400, share: 400 / 900 },
    { stage: 'delivered', count: 390, share: 0.975 }, { stage: 'opened', count: 390, share: 1 }, { stage: 'started', count: 120, share: 120 / 390 }, { stage: 'answered', count: 120, share: 120 / 390 },
  ]);
});
test('nothing is a share of nothing', () => expect(stagesOf({ total: counts(0), data: [] }).map(({ share }) => share)).toEqual([null, null, null, null, null, null, null]));

test('units are summed into those compared, and no interaction is lost', () => {
  const parents: Record<string, string | null> = { 'haifa-1': 'haifa', haifa: 'north', north: 'bank', bank: null };
  const rows = rolledUp([{ unit: 'haifa-1', ...counts(5, 3, 3, 1) }, { unit: 'haifa', ...counts(2) }, { unit: 'bank', ...counts(1) }, { unit: 'gone', ...counts(4) }], new Set(['north', 'south']), (unit) => parents[unit]);
  expect(rows.map(({ unit, interactions, answered }) => [unit, interactions, answered])).toEqual([['north', 7, 1], ['gone', 4, 0], ['bank', 1, 0]]);
});
test('units that name each other as parents end the walk', () => {
  expect(rolledUp([{ unit: 'a', ...counts(1) }], new Set(['x']), (unit) => (unit === 'a' ? 'b' : 'a'))).toEqual([{ unit: 'a', ...counts(1) }]);
});

test('whoever neither answered nor bounced is silent, or waits while there is time', () => {
  expect(fourfold({ promoters: 50, passives: 20, detractors: 28, invited: 180, answered: 98, pending: 14, bounced: 6 })).toEqual({ promoter: 50, passive: 20, detractor: 28, silent: 62, waiting: 14 });
  expect(fourfold({ promoters: null, passives: null, detractors: null, invited: 9, answered: 1, pending: 0, bounced: 0 })).toBeNull();
});

describe('a figure opens the decisions that it counts', () => {
  const selection: Selection = { range: { from: '2026-11-01', to: '2026-11-08' }, preset: null, programme: 'transactional', touchpoints: [], units: ['north'], measure: 'nps', asked: 'nps', tree: 'was' };
  test('of its stage', () => {
    expect(ofStage('interactions')).toEqual({});
    expect(ofStage('eligible')).toEqual({ outcome: 'pending,invited,sampled-out,contacted-too-recently,displaced,expired' });
    expect([ofStage('invited'), ofStage('delivered'), ofStage('opened'), ofStage('answered')]).toEqual([{ outcome: 'invited' }, { outcome: 'invited', stage: 'delivered' }, { outcome: 'invited', stage: 'opened' }, { outcome: 'invited', stage: 'answered' }]);
  });
  test('within the selection of the page, narrowed by its row', () => {
    expect(behind(selection, undefined, { outcome: 'excluded' })).toEqual({ from: '2026-11-01', to: '2026-11-08', unit: 'north', outcome: 'excluded' });
    expect(behind(selection, 'emp-1', { unit: 'haifa' })).toEqual({ from: '2026-11-01', to: '2026-11-08', unit: 'haifa', servedBy: 'emp-1' });
  });
});
