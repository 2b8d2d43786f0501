import { unitSet } from '@candor/contracts';
import { eventually } from '@candor/testing';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { everybody, northern, startIngestion, unit, type Ingestion } from '../../../test/start-ingestion.ts';

const moved = '2026-07-02T09:00:00.000Z';
let ingestion: Ingestion;
beforeAll(async () => {
  ingestion = await startIngestion();
  for (const [id, at, answeredAt] of [
    ['h-before', 'haifa-1', '2026-07-02T08:59:59Z'], ['h-after', 'haifa-1', moved], ['a-before', 'ashdod', '2026-07-01T12:00:00Z'], ['a-after', 'ashdod', '2026-07-04T12:00:00Z'],
  ]) expect((await ingestion.call('POST', '/v1/responses', { as: everybody, body: { id, score: 3, touchpoint: 'branch-visit', unit: at, answeredAt } })).status).toBe(201);
});
afterAll(() => ingestion?.close());

const list = (query: string, as = everybody, headers: Record<string, string> = {}) => ingestion.call('GET', `/v1/responses?${query}`, { as, headers });
const ids = async (query: string, as = everybody): Promise<string[]> => (await list(query, as)).body.data.map(({ id }: { id: string }) => id).sort();
/** Answers by unit, and in all, of which the rate of corrections is told. */
const corrections = async (query: string): Promise<[Record<string, number>, number]> => {
  const { data, total } = (await ingestion.call('GET', `/v1/corrections?from=2026-01-01&${query}`, { as: everybody })).body;
  return [Object.fromEntries(data.map((row: { unit?: string; answers: number }) => [row.unit ?? '', row.answers])), total.answers];
};
const move = async (key: string, from: string, to: string, at: string, closedAt: string | null = null): Promise<void> => {
  await ingestion.neighbours.publish(unitSet, { ...unit(key, from), version: 2, closedAt, placements: [{ parent: from, from: null }, { parent: to, from: at }] });
};

it('after late news of a move, the answers listed for a unit are those that its figures count: from the minute of the move on', async () => {
  expect([await ids('unit=north'), await ids('unit=south')]).toEqual([['h-after', 'h-before'], ['a-after', 'a-before']]);
  await move('haifa-1', 'north', 'south', moved);
  await eventually('the move', async () => (await ids('unit=north')).length === 1);
  expect([await ids('unit=north'), await ids('unit=south')]).toEqual([['h-before'], ['a-after', 'a-before', 'h-after']]);
  expect([await ids('exceptUnit=north'), await ids('exceptUnit=south'), await ids('unit=bank&exceptUnit=bank')]).toEqual([['a-after', 'a-before', 'h-after'], ['h-before'], []]);
  expect([await ids('unit=haifa-1'), await ids('unit=north,south'), await ids('unit=south&from=2026-07-02&to=2026-07-03')]).toEqual([['h-after', 'h-before'], ['a-after', 'a-before', 'h-after', 'h-before'], ['h-after']]);
  expect((await list('unit=south&order=latest')).body.data.map(({ id }: { id: string }) => id)).toEqual(['a-after', 'h-after', 'a-before']);
  expect(await corrections('unit=north,south,bank&groupBy=unit')).toEqual([{ bank: 4, north: 1, south: 3 }, 4]);
  expect([(await corrections('unit=north,bank'))[1], (await corrections('unit=south'))[1]]).toEqual([4, 3]);
  const file = await list('unit=south', everybody, { accept: 'text/csv' });
  expect([file.headers.get('x-total-rows'), file.text.includes('h-after'), file.text.includes('h-before')]).toEqual(['3', true, false]);
});

it('what somebody may see goes by the tree as it is: a move takes a unit from them with all its answers, and lends them none', async () => {
  expect(await ids('', northern)).toEqual([]);
  expect(await ids('unit=north', northern)).toEqual([]);
});

it('a merged unit\'s answers are listed where they were given, and for its successor from the merger on', async () => {
  await move('ashdod', 'south', 'haifa-1', '2026-07-03T00:00:00.000Z', '2026-07-05T00:00:00.000Z');
  await eventually('the merger', async () => (await ids('unit=haifa-1')).length === 3);
  expect([await ids('unit=haifa-1'), await ids('unit=ashdod'), await ids('unit=south')]).toEqual([['a-after', 'h-after', 'h-before'], ['a-after', 'a-before'], ['a-after', 'a-before', 'h-after']]);
  expect(await corrections('unit=haifa-1,ashdod,south&groupBy=unit')).toEqual([{ 'ashdod': 2, 'haifa-1': 3, 'south': 3 }, 4]);
});
