import { arrivals, inQueueOrder, neighbour, runningDeadline } from './queue.ts';

const task = (id: string, dueAt: string, rest: object = {}) => ({
  id, status: 'open' as const, deadlines: { dueAt, firstResponseDueAt: dueAt, firstResponseAt: null }, closedAt: null, openedAt: '2026-11-22T08:00:00Z', ...rest,
});
const ids = (tasks: readonly { id: string }[]): string => tasks.map(({ id }) => id).join('');

describe('the queue', () => {
  test('has the nearest deadline first, whatever came when, and names each task once', () => {
    const tasks = [task('c', '2026-11-22T18:00:00Z'), task('a', '2026-11-22T10:00:00Z'), task('b', '2026-11-22T12:00:00Z'), task('a', '2026-11-22T10:00:00Z')];
    expect(ids(inQueueOrder(tasks))).toBe('abc');
  });
  test('keeps its order when deadlines are the same', () => {
    const due = '2026-11-22T10:00:00Z';
    const tasks = [task('b', due), task('a', due), task('c', due, { openedAt: '2026-11-22T07:00:00Z' })];
    expect(ids(inQueueOrder(tasks))).toBe('cab');
    expect(ids(inQueueOrder([...tasks].reverse()))).toBe('cab');
  });
  test('has what is closed last, latest first', () => {
    const closed = (id: string, closedAt: string) => task(id, '2026-11-22T01:00:00Z', { status: 'closed', closedAt });
    expect(ids(inQueueOrder([closed('x', '2026-11-22T09:00:00Z'), task('a', '2026-11-23T10:00:00Z'), closed('y', '2026-11-22T10:00:00Z')]))).toBe('ayx');
  });
  test('counts down to the first response until there was one', () => {
    const waiting = { dueAt: '2026-11-23T08:00:00Z', firstResponseDueAt: '2026-11-22T12:00:00Z', firstResponseAt: null };
    expect(runningDeadline(waiting)).toBe('2026-11-22T12:00:00Z');
    expect(runningDeadline({ ...waiting, firstResponseAt: '2026-11-22T09:00:00Z' })).toBe('2026-11-23T08:00:00Z');
  });
});

describe('moving through it', () => {
  const queue = ['a', 'b', 'c'];
  test('goes one on or back and stays at the ends', () => {
    expect([neighbour(queue, 'a', 1), neighbour(queue, 'c', 1), neighbour(queue, 'a', -1)]).toEqual(['b', 'c', 'a']);
  });
  test('begins at the first or the last', () => {
    expect([neighbour(queue, undefined, 1), neighbour(queue, 'gone', -1), neighbour([], undefined, 1)]).toEqual(['a', 'c', undefined]);
  });
});

test('a task is new only if the list was seen without it', () => {
  expect(arrivals(undefined, ['a'])).toEqual(new Set());
  expect(arrivals(['a'], ['b', 'a'])).toEqual(new Set(['b']));
});
