import { kindOf, mediaTypeOf, subjectOf } from './exclusion.ts';
import { exclusionsQuery, parseExclusionsSearch } from './exclusions-search.ts';

test.each([['C-1042', 'customer'], ['noa@example.com', 'email'], ['+972 50-123 4567', 'phone'], ['0501234567', 'customer'], ['@', 'customer']])('%s is taken for a %s', (text, kind) => expect(kindOf(text)).toBe(kind));

test('a search asks for what was typed as what it is', () => {
  expect(exclusionsQuery(parseExclusionsSearch({ who: ' noa@example.com ', reason: 'minor', removed: 'true' }))).toEqual({ email: 'noa@example.com', reason: 'minor', removed: 'true' });
  expect(parseExclusionsSearch({ who: '', reason: 'rude', removed: 'false' })).toEqual({});
});
test('only files that are taken have a media type', () => {
  expect(['a.csv', 'b.NDJSON', 'c.jsonl', 'd.xlsx', 'csv'].map(mediaTypeOf)).toEqual(['text/csv', 'application/x-ndjson', 'application/x-ndjson', null, null]);
});
test('an entry is of the one that it names', () => {
  const entry = { id: '1', reason: 'minor', note: 'n', addedBy: { id: 'k', name: 'CRM' }, addedAt: 't' } as const;
  expect([subjectOf({ ...entry, phone: '+972501234567' }), subjectOf({ ...entry, customer: 'C' })]).toEqual([{ kind: 'phone', value: '+972501234567' }, { kind: 'customer', value: 'C' }]);
});
