import { caseQueries, parseInboxSearch } from './inbox-search.ts';
import { loadByAgent } from './load.ts';

test('my queue is what is free and what is mine; any other list is one', () => {
  expect(caseQueries({}, 'dana')).toEqual([{ status: 'open' }, { status: 'claimed', assignee: 'dana' }]);
  expect(caseQueries({ unit: 'north' }, 'dana').every((query) => query.unit === 'north')).toBe(true);
  expect(caseQueries({ status: 'claimed', assignee: 'noa' }, 'dana')).toEqual([{ status: 'claimed', assignee: 'noa' }]);
});
test('an address with nonsense shows my queue', () => expect(parseInboxSearch({ status: 'lost', unit: '', x: 1 })).toEqual({}));

test('load is counted by who has it, most first, with what is late and what is due within the hour', () => {
  const now = new Date('2026-11-22T12:00:00Z');
  const task = (who: string | null, dueAt: string) => ({ assignee: who === null ? null : { id: who, name: who }, deadlines: { dueAt, firstResponseDueAt: dueAt, firstResponseAt: '2026-11-22T09:00:00Z' }, openedAt: '2026-11-22T08:00:00Z' });
  const load = loadByAgent([task('a', '2026-11-22T11:00:00Z'), task('b', '2026-11-22T12:30:00Z'), task('b', '2026-11-23T12:30:00Z'), task(null, '2026-11-22T12:59:00Z')], now);
  expect(load).toEqual([
    { agent: { id: 'b', name: 'b' }, tasks: 2, late: 0, dueSoon: 1, oldest: '2026-11-22T08:00:00Z' },
    { agent: null, tasks: 1, late: 0, dueSoon: 1, oldest: '2026-11-22T08:00:00Z' },
    { agent: { id: 'a', name: 'a' }, tasks: 1, late: 1, dueSoon: 0, oldest: '2026-11-22T08:00:00Z' },
  ]);
});
