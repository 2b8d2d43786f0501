import { TROUBLED } from '../bank/units.ts';
import { dueToBeTaken, nextStep } from './plan.ts';
import type { Task } from './task.ts';

const now = new Date('2026-11-22T12:00:00Z');
const ago = (minutes: number): string => new Date(now.getTime() - minutes * 60_000).toISOString();
const task = (id: number, minutes: number, unit = 'haifa-port', history: [string, number][] = []): Task => ({
  id: `t-${id}`, unit, openedAt: ago(minutes), customer: { name: 'Noa Levi' }, answer: { comment: 'too slow' }, history: history.map(([type, at]) => ({ type, at: ago(at) })),
});
const many = (count: number, minutes: number, unit?: string): Task[] => Array.from({ length: count }, (_, id) => task(id, minutes, unit));

describe('tasks that nobody has', () => {
  test('are taken after minutes, not at once', () => {
    expect(dueToBeTaken(many(100, 1), now)).toEqual([]);
    expect(dueToBeTaken(many(100, 10), now).length).toBeGreaterThan(80);
  });
  test('wait longer in the branch with the problem', () => {
    expect(dueToBeTaken(many(100, 10, TROUBLED), now)).toEqual([]);
    expect(dueToBeTaken(many(100, 60, TROUBLED), now).length).toBeGreaterThan(60);
  });
  test('are never all taken: the newest stay, and some are put off for hours', () => {
    const newest = [task(1, 600), task(2, 599), task(3, 598), task(4, 597), task(5, 596, TROUBLED)];
    expect(dueToBeTaken(newest, now)).toEqual([]);
    expect(dueToBeTaken(many(100, 60), now).length).toBeLessThan(100 - 4);
    expect(dueToBeTaken(many(100, 600), now)).toHaveLength(100 - 4);
  });
  test('are taken in the order in which they were opened', () => {
    const ids = dueToBeTaken([task(1, 400), task(2, 500), ...many(4, 3)], now).map(({ id }) => id);
    expect(ids.slice(0, 2)).toEqual(['t-2', 't-1']);
  });
});

describe('a task in work', () => {
  test('is noted on, then closed with an outcome and a word about it, each some minutes after the last', () => {
    expect(nextStep(task(1, 30, 'acre', [['opened', 30], ['claimed', 0.5]]), now)).toBeUndefined();
    expect(nextStep(task(1, 30, 'acre', [['opened', 30], ['claimed', 5]]), now)).toMatchObject({ kind: 'note', text: expect.stringContaining('Noa Levi') });
    expect(nextStep(task(1, 30, 'acre', [['opened', 30], ['claimed', 5], ['noted', 1]]), now)).toBeUndefined();
    expect(nextStep(task(1, 30, 'acre', [['opened', 30], ['claimed', 9], ['noted', 6]]), now)).toMatchObject({ kind: 'close', note: expect.any(String) });
  });
  test('that was given back and taken again is noted on again', () => {
    expect(nextStep(task(1, 60, 'acre', [['claimed', 50], ['noted', 40], ['released', 30], ['claimed', 20]]), now)).toMatchObject({ kind: 'note' });
  });
  test('mostly ends solved, less so in the branch with the problem', () => {
    const solved = (unit: string): number => Array.from({ length: 400 }, (_, id) => nextStep(task(id, 300, unit, [['claimed', 200], ['noted', 100]]), now)).filter((step) => step?.kind === 'close' && step.outcome === 'resolved').length;
    expect(solved('acre')).toBeGreaterThan(220);
    expect(solved(TROUBLED)).toBeLessThan(200);
  });
});
