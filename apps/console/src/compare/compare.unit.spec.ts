import { withQuery } from '../api/query.ts';
import { resolveSelection, type SelectionSearch } from '../filters/selection.ts';
import { asOwn, ownOf, parseCompareSearch } from './compare-search.ts';
import { pointsBetween, verdictOf, type Comparison } from './comparison.ts';
import { comparisonQuery, differsBy, groupsOf, restSearch } from './groups.ts';
import { pValue } from './p-value.ts';

const today = '2026-11-22';
const groups = (search: Record<string, string>) => {
  const parsed = parseCompareSearch(search);
  return groupsOf(resolveSelection(parsed as SelectionSearch, today), parsed.against, ownOf(parsed), today);
};
const asked = (search: Record<string, string>): string => withQuery('', comparisonQuery(groups(search)));

describe('two groups', () => {
  test('nothing said, everything is compared with the same time before', () => {
    expect(groups({ range: '7d' })).toMatchObject({ against: 'before', b: { range: { from: '2026-11-09', to: '2026-11-16' } } });
    expect(asked({ range: '7d' })).toBe('?programme=transactional&from=2026-11-16&to=2026-11-23&b.from=2026-11-09&b.to=2026-11-16');
  });
  test('a part is compared with the rest: of units at the same touchpoints, of touchpoints everywhere', () => {
    expect(asked({ range: '1d', unit: 'north', touchpoint: 'loan' })).toBe('?programme=transactional&from=2026-11-22&to=2026-11-23&touchpoint=loan&a.unit=north&b=rest');
    expect(asked({ range: '1d', touchpoint: 'loan,till' })).toBe('?programme=transactional&from=2026-11-22&to=2026-11-23&a.touchpoint=loan,till&b=rest');
  });
  test('the rest opens the answers beside the group', () => {
    expect(restSearch(groups({ range: '7d', unit: 'north', touchpoint: 'loan' }).a)).toEqual({ range: '7d', touchpoint: 'loan', exceptUnit: 'north' });
    expect(restSearch(groups({ touchpoint: 'loan,till' }).a)).toEqual({ exceptTouchpoint: 'loan,till' });
  });
  test('everything has no rest, whatever an address says', () => expect(groups({ against: 'rest' }).against).toBe('before'));
  test('the second group says only where it differs', () => {
    const search = { range: '1d', unit: 'north', against: 'group', 'b.unit': 'south' };
    expect(asked(search)).toBe('?programme=transactional&unit=north&from=2026-11-22&to=2026-11-23&b.unit=south');
    expect(differsBy(groups(search))).toBe('unit');
    expect(differsBy(groups({ ...search, 'b.unit': 'north' }))).toBeNull();
    expect(groups({ ...search, 'b.from': '2026-01-01', 'b.to': '2026-02-01' }).b).toMatchObject({ units: ['south'], range: { from: '2026-01-01', to: '2026-02-01' }, preset: null });
    expect(groups({ ...search, 'b.range': '7d' }).b?.preset).toBe('7d');
  });
  test('an address keeps what makes sense of the second group', () => {
    expect(parseCompareSearch({ 'b.unit': 'a', 'b.from': 'x', 'b.range': '2y', against: 'nobody', by: 'unit' })).toEqual({ 'b.unit': 'a', by: 'unit' });
    expect(asOwn({ unit: undefined, programme: 'x' })).toEqual({ 'b.unit': undefined });
  });
});

const figure = { nps: 10, n: 100, promoters: 40, passives: 30, detractors: 30, counts: null, mean: 7, confidence: null, invited: 0, answered: 0, pending: 0, bounced: 0, responseRate: null, sufficient: true, suppressed: false };
const comparison = (change: Partial<Comparison>): Comparison =>
  ({ asOf: '', programme: 'p', measure: 'nps', a: figure, b: { ...figure, rest: false }, difference: { points: 5, confidence: { low: -1, high: 11, level: 0.95 }, p: 0.1, significant: false }, higher: 'undecided', ...change });

test('in words: higher, lower or undecided; and where nothing can be said, why', () => {
  expect(verdictOf(comparison({}))).toBe('undecided');
  expect([verdictOf(comparison({ higher: 'a' })), verdictOf(comparison({ higher: 'b' }))]).toEqual(['higher', 'lower']);
  expect(verdictOf(comparison({ difference: null }))).toBe('few');
  expect(verdictOf(comparison({ difference: null, b: { ...figure, rest: true, suppressed: true } }))).toBe('withheld');
});

test('a small p is never called zero, and is never mirrored', () => {
  expect([pValue(0.0004, 'en', false), pValue(0.0344, 'en', false), pValue(1, 'en', false)]).toEqual(['p < 0.001', 'p = 0.034', 'p = 1.000']);
  expect(pValue(0.5, 'he', true)).toBe('\u2066p = 0.500\u2069');
});
test('points between two groups are those between the scores that are shown', () => {
  expect(pointsBetween({ nps: 40.4 }, { nps: 26.7 }, { points: 13.7 })).toBe(13);
  expect(pointsBetween({ nps: null }, { nps: 26.7 }, { points: 13.7 })).toBe(13.7);
});
