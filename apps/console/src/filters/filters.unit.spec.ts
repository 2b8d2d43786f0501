import { listOf, parseSearch, stringifySearch } from './search-string.ts';
import { parseSelection, resolveSelection, scoreQuery, segmentQuery, selectionSearch, type SelectionSearch } from './selection.ts';

const today = '2026-11-22';

describe('an address', () => {
  test('comes back as it was written', () => {
    const search = { unit: 'north,haifa-1', from: '2026-01-01', q: 'a&b=c' };
    expect(parseSearch(stringifySearch(search))).toEqual(search);
    expect(stringifySearch(search)).toContain('unit=north,haifa-1');
  });
  test('names nothing that is not set', () => {
    expect(stringifySearch({ unit: undefined, programme: '', touchpoint: null })).toBe('');
  });
  test('lists name each key once', () => expect(listOf('a, b,,a')).toEqual(['a', 'b']));
});

describe('a selection', () => {
  test('without an address is everything of the last 30 days', () => {
    expect(resolveSelection(parseSelection({}), today)).toEqual({
      range: { from: '2026-10-24', to: '2026-11-23' }, preset: '30d', programme: 'transactional', touchpoints: [], units: [], measure: 'nps', asked: 'nps', tree: 'was',
    });
  });
  test('drops what makes no sense and keeps the rest', () => {
    expect(parseSelection({ range: '12y', from: '2026-13-01', to: '2026-01-01', unit: ' north ', other: 'x', touchpoint: 7 })).toEqual({ unit: 'north' });
    expect(parseSelection({ from: '2026-02-01', to: '2026-02-01', range: '7d' })).toEqual({ range: '7d' });
  });
  test('a range of its own wins over a preset', () => {
    const search = parseSelection({ range: '7d', from: '2026-01-01', to: '2026-02-01' });
    expect(search).toEqual({ from: '2026-01-01', to: '2026-02-01' });
    expect(resolveSelection(search, today)).toMatchObject({ preset: null, range: { from: '2026-01-01', to: '2026-02-01' } });
  });
  test.each([[{}], [{ range: '7d', unit: 'a,b' }], [{ from: '2026-01-01', to: '2026-02-01', programme: 'staff', touchpoint: 't' }]] as const)('of the address %j has that address', (search) => {
    expect(selectionSearch(resolveSelection(search, today))).toEqual(search);
  });
  test('is of what its programme asks for, unless its address says something else', () => {
    const measureOf = (search: SelectionSearch) => scoreQuery(resolveSelection(search, today, 'enps'))['measure'];
    expect([measureOf({}), measureOf({ measure: 'csat' }), measureOf({ measure: 'nps' })]).toEqual(['enps', 'csat', undefined]);
    expect(segmentQuery(resolveSelection({ measure: 'csat' }, today, 'enps'))['measure']).toBe('enps');
    expect(selectionSearch(resolveSelection({ measure: 'nps' }, today, 'enps'))).toEqual({ measure: 'nps' });
    expect(selectionSearch(resolveSelection({ measure: 'enps', tree: 'is' }, today, 'enps'))).toEqual({ tree: 'is' });
    expect(parseSelection({ measure: 'luck', tree: 'was' })).toEqual({});
  });
  test('becomes the parameters of the API', () => {
    expect(scoreQuery(resolveSelection({ unit: 'a,b', touchpoint: 't', range: '1d' }, today)))
      .toEqual({ programme: 'transactional', touchpoint: ['t'], unit: ['a', 'b'], from: '2026-11-22', to: '2026-11-23' });
  });
});
