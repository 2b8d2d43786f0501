import { catalogTopic } from '@candor/contracts';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { contribution } from '../../test/answers.ts';
import { Answers } from '../../test/loop.ts';
import { Reporting, unit } from '../../test/start-reporting.ts';

let reporting: Reporting;
/** acre moved from north to south at noon on the 10th; answers came before and after, and one late that was given before. */
beforeAll(async () => {
  reporting = await Reporting.start();
  await reporting.neighbours.publish('catalog', unit('acre', [{ parent: 'north', from: null }, { parent: 'south', from: '2026-04-10T09:00:00Z' }], 2));
  const before = { path: ['bank', 'north', 'acre'] };
  const after = { path: ['bank', 'south', 'acre'] };
  await new Answers(reporting)
    .record('h1', contribution('haifa', 10, { day: '2026-04-09' }))
    .record('a1', contribution('acre', 9, { day: '2026-04-09', ...before }))
    .record('a2', contribution('acre', 0, { day: '2026-04-10', hour: 9, ...before }))
    .record('a3', contribution('acre', 1, { day: '2026-04-10', hour: 14, ...after }))
    .record('a4', contribution('acre', 2, { day: '2026-04-11', ...after }))
    .record('e1', contribution('eilat', 7, { day: '2026-04-11' }))
    .record('late', contribution('acre', 3, { day: '2026-04-08', ...before }))
    .arrive();
  await reporting.caughtUp(catalogTopic);
});
afterAll(() => reporting.close());

const counted = async (query: string): Promise<number[]> => {
  const { status, body } = await reporting.get(`/v1/scores?from=2026-04-01&to=2026-05-01&${query}`);
  expect(status).toBe(200);
  return body.data.map((row: { n: number }) => row.n);
};

test.each([
  ['unit=north&tree=was', [4]],
  ['unit=south&tree=was', [3]],
  ['unit=north&tree=is', [1]],
  ['unit=south&tree=is', [6]],
  ['tree=was', [7]],
  ['tree=is', [7]],
  ['unit=north,south&groupBy=unit&tree=is', [1, 6]],
])('an answer counts where its unit stood then, or where it stands now: %s', async (query, n) => expect(await counted(query)).toEqual(n));

test.each([
  // north as it was (h1, a1, a2, late), and acre wherever it stood (a1 to a4, late): two of acre's own are beside north
  ['unit=north,acre', [6]],
  ['unit=north,acre,haifa', [6]],
  ['unit=south,acre', [6]],
  ['unit=north,south', [7]],
  ['unit=north,acre&tree=is', [6]],
  ['unit=north,acre,bank', [7]],
])('units that overlap for a part of their time are counted once: %s', async (query, n) => expect(await counted(query)).toEqual(n));

test('two regions and a unit that moved between them: each answer once, also where only some answers are inside', async () => {
  expect(await counted('unit=north,haifa&interval=hour&touchpoint=visit')).toEqual([1, 2, 1]);
  const { body } = await reporting.get('/v1/scores?unit=south&interval=hour&from=2026-04-10&to=2026-04-11');
  expect(body.data.map((row: { from: string; n: number }) => [row.from, row.n])).toEqual([['2026-04-10T14:00:00', 1]]);
});
