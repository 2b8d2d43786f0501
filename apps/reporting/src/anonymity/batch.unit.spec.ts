import { cellsOf, fillBatches, type Waiting } from './batch.ts';

const waiting = (n: number, more: Partial<Waiting> = {}): Waiting[] => Array.from({ length: n }, (_, i) => ({
  id: `${more.unit ?? 'haifa'}-${i}`, programme: 'voices', measure: 'enps', touchpoint: 'whisper', unit: 'haifa', path: ['bank', 'haifa'], day: `2026-11-0${1 + (i % 9)}`, score: i % 11, discourage: null, invited: i % 2 === 0, ...more,
}));
let ids = 0;
const newId = (): string => `batch-${ids++}`;

test('fewer than five wait', () => expect(fillBatches([...waiting(4), ...waiting(4, { unit: 'eilat' }), ...waiting(4, { measure: 'nps' })], newId)).toEqual([]));

test('those that came first are published first, each once, and the rest goes on waiting', () => {
  const filled = fillBatches(waiting(13), newId);
  expect(filled.map(({ members }) => members)).toEqual([['haifa-0', 'haifa-1', 'haifa-2', 'haifa-3', 'haifa-4'], ['haifa-5', 'haifa-6', 'haifa-7', 'haifa-8', 'haifa-9']]);
  expect(filled[0]!.batch).toMatchObject({ unit: 'haifa', day: '2026-11-05', counts: [1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0], invited: 3 });
});

test('a batch counts on one day, that of its last answer, where that was given', () => {
  const moved = waiting(5).map((one, i) => (i === 2 ? { ...one, day: '2026-12-24', path: ['bank', 'south', 'haifa'] } : one));
  expect(fillBatches(moved, newId)[0]!.batch).toMatchObject({ day: '2026-12-24', path: ['bank', 'south', 'haifa'] });
});

test('it is in the cells of its unit and of all above it, its answers and its funnel under its measure', () => {
  const { batch } = fillBatches(waiting(5), newId)[0]!;
  const cells = cellsOf(batch, '2026-11-22T12:00:00.000Z');
  expect(cells.map(({ measure, unit, hour, counts }) => [measure, unit, hour, counts.c0, counts.answered])).toEqual([
    ['enps', 'bank', -1, 1, 0], ['enps', 'haifa', -1, 1, 0], ['enps', 'haifa', 0, 1, 0], ['enps', 'bank', -1, 0, 3], ['enps', 'haifa', -1, 0, 3], ['enps', 'haifa', 0, 0, 3],
  ]);
  expect(new Set(cells.map(({ source }) => source)).size).toBe(2);
});
