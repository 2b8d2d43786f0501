import { eventually } from '@candor/testing';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { contribution } from '../../test/answers.ts';
import { Answers } from '../../test/loop.ts';
import { person, Reporting, touchpoint } from '../../test/start-reporting.ts';

let reporting: Reporting;
beforeAll(async () => {
  reporting = await Reporting.start();
  const answers = new Answers(reporting);
  answers.record('one', contribution('haifa', 9, { day: '2026-04-01', survey: 1 })).record('two', contribution('haifa', 9, { day: '2026-05-12', survey: 2 })).record('test', contribution('haifa', 9, { day: '2026-05-02', survey: 7 })).exclude('test');
  answers.record('south', contribution('eilat', 9, { day: '2026-05-20', survey: 2 }));
  await answers.arrive();
  await reporting.neighbours.publish('catalog', touchpoint('visit', 5, 'transactional', { version: 2, weights: [{ weight: 3, from: null }, { weight: 5, from: '2026-05-15' }] }));
});
afterAll(() => reporting?.close());

const breaks = async (query: string, as = person('analyst')) => {
  const { status, body } = await reporting.get(`/v1/scores/breaks?${query}`, as);
  expect([status, body.errors]).toEqual([200, undefined]);
  return body.data;
};

test('a trend breaks where the survey or a weight changed, as far as one may see', async () => {
  const weights = { day: '2026-05-15', kind: 'weights', touchpoint: 'visit', weight: 5, was: 3 };
  await eventually('the weights known', async () => (await breaks('from=2026-05-01')).length === 2);
  expect(await breaks('from=2026-05-01&to=2026-06-01')).toEqual([{ day: '2026-05-12', kind: 'survey', survey: 2, was: 1 }, weights]);
  expect(await breaks('from=2026-05-01&to=2026-06-01', person('manager', ['south']))).toEqual([weights]);
  expect(await breaks('from=2026-05-01&touchpoint=support')).toEqual([]);
  expect((await breaks('from=2026-05-13'))).toEqual([weights]);
  expect(await breaks('programme=voices')).toEqual([]);
  expect((await reporting.get('/v1/scores/breaks?interval=day')).status).toBe(400);
});
