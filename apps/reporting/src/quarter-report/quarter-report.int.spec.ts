import { catalogTopic, programmeSet, wordsTopic, wordsWritten } from '@candor/contracts';
import { outgoing, outgoingTombstone, type Outgoing } from '@candor/messaging';
import { eventually } from '@candor/testing';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { contribution } from '../../test/answers.ts';
import { Answers } from '../../test/loop.ts';
import { person, Reporting } from '../../test/start-reporting.ts';
import { KeepWhenOver } from './keep-when-over.ts';

let reporting: Reporting;
let answers: Answers;
let n = 0;
const record = (times: number, unit: string, score: number, day: string): string[] => Array.from({ length: times }, () => {
  const id = `answer-${n++}`;
  answers.record(id, contribution(unit, score, { day }));
  return id;
});
const said = (response: string, comment: string): Outgoing => outgoing(wordsWritten, { ...wordsWritten.sample, response, revision: 1, comment, language: 'en' }) as Outgoing;
const manager = (units: string[] | null = null) => person('manager', units);

beforeAll(async () => {
  reporting = await Reporting.start();
  answers = new Answers(reporting);
  record(60, 'haifa', 10, '2026-08-10');
  const [unhappy] = record(50, 'eilat', 1, '2026-08-11');
  record(40, 'haifa', 8, '2026-05-10');
  await answers.arrive();
  await reporting.neighbours.publish('ingestion', said(unhappy!, 'Forty minutes on the line, then it was cut.'));
  await reporting.caughtUp(wordsTopic);
});
afterAll(() => reporting?.close());

const read = async (query: string, as = manager()) => {
  const { status, body } = await reporting.get(`/v1/reports/quarter?${query}`, as);
  expect([status, body.errors]).toEqual([200, undefined]);
  return body;
};
const put = (path: string, body: object, as = manager()) => reporting.app.call('PUT', `/v1/reports/${path}`, { as, body });

test('a quarter comes with the one before, what stands out, and why', async () => {
  const body = await read('quarter=2026-Q3');
  expect(body).toMatchObject({ id: null, over: true, made: null, unit: null, from: '2026-07-01', to: '2026-10-01', figure: { n: 110, promoters: 60, detractors: 50 }, before: { n: 40, nps: 0 }, plan: { version: 0, items: [] } });
  expect(body.difference.points).toBeCloseTo(1000 / 110, 6);
  expect(body.worst).toMatchObject([{ by: 'unit', key: 'eilat', nps: -100, n: 50, rest: { significant: true } }]);
  expect(body.best).toMatchObject([{ by: 'unit', key: 'haifa' }]);
  expect(body.drivers.detractors[0]).toMatchObject({ by: 'unit', value: 'eilat' });
  expect(body.words).toMatchObject([{ comment: 'Forty minutes on the line, then it was cut.', unit: 'eilat', score: 1 }]);
});

test('it is kept as it was when the quarter was over, once its answers no longer grow', async () => {
  const job = reporting.app.app.get(KeepWhenOver);
  const now = new Date('2026-11-23T08:00:00Z');
  expect(await job.turn(now)).toBe(0);
  // All units, and the three that have others below them.
  expect(await job.turn(now)).toBe(4);
  expect(await job.turn(now)).toBe(0);
  record(5, 'haifa', 0, '2026-08-12');
  await answers.arrive();
  expect((await read('quarter=2026-Q3')).figure.n).toBe(110);
  const list = (await reporting.get('/v1/reports?quarter=2026-Q3', manager(['north']))).body.data;
  expect(list).toMatchObject([{ unit: 'north', n: 60, items: 0, madeBy: null }]);
  expect((await put('quarter', { quarter: '2026-Q3' })).body).toMatchObject({ figure: { n: 115 }, made: { by: 'the-manager' } });
});

test('its plan is written by who leads, and nobody overwrites another one', async () => {
  const { id } = await read('quarter=2026-Q3&unit=north', manager(['north']));
  const item = { problem: 'Calls wait too long', owner: 'Noa', deadline: '2026-12-31', measure: 'Nine of ten within 2 minutes' };
  expect((await put(`${id}/plan`, { version: 0, items: [item] }, manager(['north']))).body.plan).toMatchObject({ version: 1, by: 'the-manager', items: [{ ...item, done: false }] });
  expect((await put(`${id}/plan`, { version: 0, items: [] })).body.code).toBe('REPORT.PLAN_CHANGED');
  expect((await put('quarter', { quarter: '2026-Q3', unit: 'north' })).body.plan.items).toHaveLength(1);
  const refused = await Promise.all([put(`${id}/plan`, { version: 1, items: [] }, person('agent')), put(`${id}/plan`, { version: 1, items: [] }, manager(['south'])), put(`${id}/plan`, { version: 1, items: [{ ...item, owner: '' }] })]);
  expect(refused.map(({ status }) => status)).toEqual([403, 404, 400]);
});

test('words that are erased are gone from what was kept', async () => {
  await reporting.neighbours.publish('ingestion', outgoingTombstone(wordsTopic, 'answer-60'));
  await reporting.caughtUp(wordsTopic);
  expect((await read('quarter=2026-Q3')).words).toEqual([]);
});

test('what is not there, not over or not ones own is refused', async () => {
  expect((await put('quarter', { quarter: '2099-Q1' })).body.code).toBe('REPORT.NOT_OVER');
  const status = async (query: string, as = manager()) => (await reporting.get(`/v1/reports/quarter?${query}`, as)).status;
  expect([await status('quarter=2026-Q5'), await status('quarter=2026-Q3&unit=nowhere'), await status('quarter=2026-Q3&programme=voices'), await status('quarter=2026-Q3&unit=south', manager(['north']))]).toEqual([400, 400, 403, 403]);
  expect([await status('quarter=2026-Q3', manager(['north', 'eilat'])), (await read('quarter=2026-Q2', manager(['north']))).unit]).toEqual([400, 'north']);
});

test('a programme that has become anonymous tells nothing of what was kept', async () => {
  await reporting.neighbours.publish('catalog', outgoing(programmeSet, { ...programmeSet.sample, version: 99, anonymous: true }) as Outgoing);
  await reporting.caughtUp(catalogTopic);
  await eventually('refused', async () => (await reporting.get('/v1/reports/quarter?quarter=2026-Q3', manager())).body.code === 'PROGRAMME.ANONYMOUS');
  expect((await reporting.get('/v1/reports', manager())).body.data).toEqual([]);
});
