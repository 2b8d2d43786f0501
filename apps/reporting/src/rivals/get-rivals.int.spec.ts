import type { Rivalry } from '@candor/contracts';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { DataSource } from 'typeorm';
import { contribution } from '../../test/answers.ts';
import { csvRows } from '../../test/exported.ts';
import { Answers } from '../../test/loop.ts';
import { analyst, person, Reporting } from '../../test/start-reporting.ts';

let reporting: Reporting;
let answers: Answers;
let given = 0;
/** So many answers that give us `own`, and say this of competitors. */
const say = (count: number, own: number, rivalry: Rivalry, more: object = {}): string[] => Array.from({ length: count }, () => {
  const id = `said-${given++}`;
  answers.record(id, contribution('haifa', own, { day: '2026-08-10', rivalry, ...more }));
  return id;
});
const rated = (score: number, rival = 'other-bank'): Rivalry => ({ rated: { rival, score } });
const ask = async (query = '', as = analyst()) => {
  const { status, body } = await reporting.get(`/v1/scores/rivals?${query}`, as);
  expect([status, body.errors]).toEqual([200, undefined]);
  return body.data;
};
const asked = async (query = '') => (await ask(query))[0];

beforeAll(async () => {
  reporting = await Reporting.start();
  answers = new Answers(reporting);
  await reporting.app.call('PUT', '/v1/norms/companies/other-bank', { as: person('administrator'), body: { name: 'The Other Bank', nps: 90 } });
  say(30, 10, rated(10));
  say(30, 10, rated(0));
  say(20, 8, { ...rated(5), switching: { likely: 9, to: 'third-bank' } });
  say(10, 2, { switching: { likely: 10 } });
  say(10, 10, { switching: { likely: 1 } });
  say(3, 10, rated(10, 'third-bank'));
  answers.record('silent', contribution('eilat', 10, { day: '2026-08-11' }));
  await answers.arrive();
});
afterAll(() => reporting?.close());

test('a rival has the score that customers gave it, beside what the same ones gave us, and who would go to it', async () => {
  const { ours, rivals, switching, others } = await asked('from=2026-08-01&to=2026-09-01');
  expect([ours.n, others]).toEqual([104, 0]);
  expect(rivals).toMatchObject([
    { rival: 'other-bank', name: 'The Other Bank', stated: 90, n: 80, nps: -25, promoters: 30, detractors: 50, sufficient: true, ours: 75, compared: 'same-answers', difference: { points: 100, significant: true }, chosen: 0 },
    { rival: 'third-bank', name: 'third-bank', stated: null, n: 3, sufficient: false, confidence: null, difference: null, chosen: 20 },
  ]);
  expect(rivals[0].counts).toEqual([30, 0, 0, 0, 0, 20, 0, 0, 0, 0, 30]);
  expect(switching).toMatchObject({ n: 40, likely: 30, share: 0.75, unnamed: 10, sufficient: true });
  expect(switching.confidence.low).toBeLessThan(0.75);
});

test('what was measured answers the first question, and what was put in by hand stands beside it', async () => {
  const { body } = await reporting.get('/v1/scores/questions?to=2026-09-01');
  expect(body.aboveRivals).toMatchObject({ answer: 'yes', rivals: [{ key: 'other-bank', nps: -25, answer: 'yes', by: 'answers', stated: 90, measured: { n: 80, ours: 75 } }] });
  expect((await reporting.get('/v1/scores/questions?to=2026-09-01&unit=eilat')).body.aboveRivals.rivals).toMatchObject([{ key: 'other-bank', nps: 90, by: 'statement', measured: null }]);
});

test('an answer that is excluded or erased takes what it said with it, one that is amended keeps it', async () => {
  const [out, gone, kept] = say(3, 10, rated(7, 'fourth-bank'));
  await answers.arrive();
  const n = async () => (await asked()).rivals.find(({ rival }: { rival: string }) => rival === 'fourth-bank')?.n ?? 0;
  expect(await n()).toBe(3);
  answers.exclude(out!).erase(gone!).amend(kept!, 1);
  await answers.arrive();
  expect(await n()).toBe(1);
  answers.reinstate(out!);
  await answers.arrive();
  expect(await n()).toBe(2);
});

test('by period, unit and touchpoint, and as a file', async () => {
  say(2, 10, rated(9), { day: '2026-06-10' });
  await answers.arrive();
  expect((await ask('interval=month')).map(({ from, rivals }: { from: string; rivals: { n: number }[] }) => [from, rivals[0]!.n])).toEqual([['2026-06-01', 2], ['2026-08-01', 80]]);
  expect(await ask('unit=south')).toEqual([]);
  expect(await ask('', person('manager', ['south']))).toEqual([]);
  const [line] = await csvRows(reporting, '/v1/scores/rivals?from=2026-08-01&to=2026-09-01');
  expect(line).toMatchObject({ rival: 'other-bank', nps: '-25', n: '80', counts0: '30', ours: '75', difference: '100', significant: 'true', askedToSwitch: '40', likelyToSwitch: '30' });
  expect((await reporting.get('/v1/scores/rivals?interval=day')).status).toBe(400);
});

test('of an anonymous programme rivals are published five at a time, and what was published stands', async () => {
  const whisper = { programme: 'voices', touchpoint: 'whisper' };
  const ids = say(4, 10, { ...rated(10), switching: { likely: 9, to: 'third-bank' } }, whisper);
  answers.erase(ids[0]!);
  await answers.arrive();
  say(1, 0, rated(0), whisper);
  await answers.arrive();
  expect(await ask('programme=voices')).toEqual([]);
  say(1, 0, rated(0), whisper);
  await answers.arrive();
  const standing = { rivals: [{ rival: 'other-bank', n: 5, promoters: 3, detractors: 2, compared: 'all-answers', chosen: 0 }], others: 0, switching: null };
  expect(await asked('programme=voices')).toMatchObject(standing);
  answers.erase(ids[1]!).exclude(ids[2]!);
  say(2, 5, { switching: { likely: 0 } }, whisper);
  say(1, 5, { switching: { likely: 10, to: 'other-bank' } }, whisper);
  await answers.arrive();
  expect(await asked('programme=voices')).toMatchObject(standing);
  say(1, 5, { switching: { likely: 0 } }, whisper);
  await answers.arrive();
  expect(await asked('programme=voices')).toMatchObject({ rivals: [{ n: 5, chosen: 1 }, { rival: 'third-bank', chosen: 1 }], switching: { n: 5, likely: 2, unnamed: 0 } });
  expect(await reporting.app.app.get(DataSource).query('SELECT 1 FROM anonymous_opinion WHERE batch IS NOT NULL AND (score IS NOT NULL OR unit IS NOT NULL)')).toEqual([]);
});
