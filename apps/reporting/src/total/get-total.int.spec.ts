import { catalogTopic } from '@candor/contracts';
import { eventually } from '@candor/testing';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { contribution } from '../../test/answers.ts';
import { Scoring } from '../../test/scoring.ts';
import { analyst, person, Reporting, touchpoint } from '../../test/start-reporting.ts';

let reporting: Reporting;
beforeAll(async () => {
  reporting = await Reporting.start();
  const scoring = new Scoring();
  for (let i = 0; i < 12; i++) scoring.answer(`v${i}`, null, contribution('haifa', 10, { day: '2026-05-02' }));
  for (let i = 0; i < 24; i++) scoring.answer(`s${i}`, null, contribution('eilat', 0, { day: '2026-05-20', touchpoint: 'support' }));
  await reporting.score(...scoring.changed());
});
afterAll(() => reporting.close());

test('touchpoints count by weight, not by number of answers: 3 x 100 and 1 x -100 make 50', async () => {
  const { body } = await reporting.get('/v1/scores/total?from=2026-05-01&to=2026-06-01');
  expect(body).toMatchObject({
    programme: 'transactional', measure: 'nps',
    data: [{ nps: 50, n: 36, sufficient: true, missing: [], touchpoints: [{ touchpoint: 'visit', weight: 3, share: 0.75, nps: 100, n: 12 }, { touchpoint: 'support', weight: 1, share: 0.25, nps: -100, n: 24 }] }],
  });
  const pooled = await reporting.get('/v1/scores?from=2026-05-01&to=2026-06-01');
  expect(pooled.body.data[0].nps).toBeCloseTo((100 * (12 - 24)) / 36, 9);
});

test('a touchpoint without answers is named as missing, not taken as 0', async () => {
  const { body } = await reporting.get('/v1/scores/total', person('manager', ['north']));
  expect(body.data).toMatchObject([{ nps: 100, missing: [{ touchpoint: 'support', weight: 1 }] }]);
});

test('by unit there is a total for each', async () => {
  const { body } = await reporting.get('/v1/scores/total?groupBy=unit&unit=north,south,bank');
  expect(body.data.map((row: { unit: string; nps: number }) => [row.unit, row.nps])).toEqual([['bank', 50], ['north', 100], ['south', -100]]);
});

test('by month, and of the whole time, each unit has one row per period', async () => {
  expect((await reporting.get('/v1/scores/total?interval=month')).body.data).toMatchObject([{ from: '2026-05-01', to: '2026-06-01', nps: 50 }]);
  expect((await reporting.get('/v1/scores/total')).body.data).toMatchObject([{ from: '2026-05-02', to: '2026-05-21', nps: 50 }]);
});

test('rolling, it is composed of the days of the window', async () => {
  const ask = async (query: string) => (await reporting.get(`/v1/scores/total?window=7d&${query}`)).body.data.map((row: { to: string; nps: number }) => [row.to, row.nps]);
  expect(await ask('to=2026-05-08')).toEqual([['2026-05-08', 100]]);
  expect(await ask('interval=day&from=2026-05-08&to=2026-05-21')).toEqual([['2026-05-09', 100], ['2026-05-21', -100]]);
});

test('as a file it has one line per total, with its weights and what is missing', async () => {
  const answer = await reporting.get('/v1/scores/total?groupBy=unit&unit=bank,north&from=2026-05-01&to=2026-06-01', analyst(), { headers: { accept: 'text/csv' } });
  expect(answer.headers.get('content-type')).toContain('text/csv');
  const [head, ...lines] = String(answer.body).trim().split(/\r?\n/).map((line) => line.split(','));
  const column = (name: string) => lines.map((line) => line[head!.indexOf(name)]);
  expect([column('unit'), column('nps'), column('weights'), column('missing'), column('normalised')]).toEqual([['bank', 'north'], ['50', '100'], ['visit=3 support=1', 'visit=3'], ['', 'support=1'], ['true', 'true']]);
});

test('each period has the weights of its time, and says when they changed inside it', async () => {
  await reporting.neighbours.publish('catalog', touchpoint('support', 3, 'transactional', { version: 2, weights: [{ weight: 1, from: null }, { weight: 3, from: '2026-05-10' }, { weight: 9, from: '2090-01-01' }] }));
  await eventually('the new weights known', async () => (await reporting.get('/v1/scores/total?to=2026-06-01')).body.data[0].nps === 0);
  const ask = async (query: string) => (await reporting.get(`/v1/scores/total?${query}`)).body.data.map((row: { nps: number; weights: object }) => [row.nps, row.weights]);
  expect(await ask('from=2026-05-01&to=2026-05-10')).toEqual([[100, { from: null, changedOn: [], sum: 3, normalised: true }]]);
  expect(await ask('from=2026-05-01&to=2026-06-01')).toEqual([[0, { from: '2026-05-10', changedOn: ['2026-05-10'], sum: 6, normalised: true }]]);
  expect(await ask('from=2026-05-10&to=2026-06-01')).toEqual([[-100, { from: '2026-05-10', changedOn: [], sum: 3, normalised: true }]]);
  expect(await ask('')).toEqual([[0, expect.objectContaining({ from: '2026-05-10' })]]);
  await reporting.caughtUp(catalogTopic);
  expect((await reporting.get("/odata/Touchpoints('support')")).body.weight).toBe(3);
  expect((await reporting.get("/odata/Touchpoints('visit')")).body.weight).toBe(3);
  expect(await ask('to=2099-01-01')).toEqual([[0, expect.objectContaining({ from: '2026-05-10' })]]);
});

test.each(['measure=csat', 'groupBy=touchpoint', 'touchpoint=visit,yearly', 'weights=1'])('%s is refused', async (query) => {
  expect((await reporting.get(`/v1/scores/total?${query}`, analyst())).status).toBe(400);
});
