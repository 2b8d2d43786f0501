import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { catalogTopic, type Rivalry } from '@candor/contracts';
import type pg from 'pg';
import { contribution } from '../../test/answers.ts';
import { BiUsers } from '../../test/bi-users.ts';
import { csvRows, parquetRows } from '../../test/exported.ts';
import { Answers } from '../../test/loop.ts';
import { person, Reporting } from '../../test/start-reporting.ts';

interface Parts { n: number; promoters: number; detractors: number }

const NONE: Parts = { n: 0, promoters: 0, detractors: 0 };

let reporting: Reporting;
let answers: Answers;
let users: BiUsers;
let sql: pg.Client;
beforeAll(async () => {
  reporting = await Reporting.start();
  await reporting.caughtUp(catalogTopic);
  answers = new Answers(reporting);
  users = new BiUsers(reporting);
  sql = await users.connect();
});
afterAll(async () => {
  await users?.close();
  await reporting?.close();
});

/** The same question to all: answers of a region in March, by OData through the units' path. */
async function totals(): Promise<Record<string, Parts>> {
  const window = 'from=2026-03-01&to=2026-04-01';
  const rest = (await reporting.get(`/v1/scores?unit=north&${window}&tree=is`)).body.data[0] ?? NONE;
  const rows = (await reporting.get(`/v1/scores?groupBy=unit,touchpoint&interval=day&${window}`, person('manager', ['north']))).body.data;
  const filter = encodeURIComponent(`contains(path,'/north/') and day ge 2026-03-01 and day lt 2026-04-01`);
  const scores = (await reporting.get(`/odata/Scores?$filter=${filter}&$select=n,promoters,detractors`)).body.value;
  const single = (await reporting.get(`/odata/Answers?$filter=${filter}%20and%20excluded eq false&$select=segment`)).body.value;
  const where = `WHERE path LIKE '%/north/%' AND day >= '2026-03-01' AND day < '2026-04-01'`;
  const view = (await sql.query(`SELECT coalesce(sum(n), 0)::int AS n, coalesce(sum(promoters), 0)::int AS promoters, coalesce(sum(detractors), 0)::int AS detractors FROM bi.scores ${where}`)).rows[0];
  const counted = (await sql.query(`SELECT count(*)::int AS n, count(*) FILTER (WHERE segment = 'promoter')::int AS promoters,
    count(*) FILTER (WHERE segment = 'detractor')::int AS detractors FROM bi.answers ${where} AND NOT excluded`)).rows[0];
  const split = `/v1/scores?groupBy=unit,touchpoint&interval=day&${window}`;
  const north = person('manager', ['north']);
  const [csv] = await csvRows(reporting, `/v1/scores?unit=north&${window}`);
  const csvSplit = await csvRows(reporting, split, north);
  const [file] = (await parquetRows(reporting, `/v1/scores?unit=north&${window}`)).rows;
  const fileSplit = (await parquetRows(reporting, split, north)).rows;
  const compared = (await reporting.get(`/v1/scores/compare?${window}&a.unit=north&b.unit=south`)).body.a;
  const ranked = (await reporting.get(`/v1/scores/ranking?by=unit&${window}`, north)).body;
  const rolled = (await reporting.get('/v1/scores?unit=north&window=30d&to=2026-04-01')).body.data[0] ?? NONE;
  const sum = (parts: Parts[]): Parts => parts.reduce((a, b) => ({ n: a.n + b.n, promoters: a.promoters + b.promoters, detractors: a.detractors + b.detractors }), NONE);
  const segments = single.map(({ segment }: { segment: string }) => ({ n: 1, promoters: Number(segment === 'promoter'), detractors: Number(segment === 'detractor') }));
  const parts = ({ n, promoters, detractors }: Parts | Record<string, unknown>): Parts => ({ n: Number(n), promoters: Number(promoters), detractors: Number(detractors) });
  return {
    rest: parts(rest), 'rest rows': sum(rows), 'odata scores': sum(scores), 'odata answers': sum(segments), 'sql scores': view, 'sql answers': counted,
    csv: parts(csv ?? NONE), 'csv rows': sum(csvSplit.map(parts)), parquet: parts(file ?? NONE), 'parquet rows': sum(fileSplit.map(parts)),
    comparison: parts(compared), ranking: sum([...ranked.data, ...ranked.unranked].map(parts)), rolling: parts(rolled),
  };
}

const all = async (expected: Parts): Promise<void> => {
  const found = await totals();
  expect(found).toEqual(Object.fromEntries(Object.keys(found).map((name) => [name, expected])));
};

test('the same filter gives the same total in REST, CSV, Parquet, OData and SQL, after each correction too', async () => {
  const march = (unit: string, score: number, touchpoint = 'visit') => contribution(unit, score, { day: '2026-03-10', touchpoint });
  answers.record('a', march('haifa', 10)).record('b', march('haifa', 2)).record('c', march('acre', 9, 'support')).record('d', march('acre', 7)).record('e', march('eilat', 0))
    .record('f', contribution('haifa', 10, { day: '2026-04-01' }));
  const recorded = await answers.arrive();
  await all({ n: 4, promoters: 2, detractors: 1 });

  await answers.amend('b', 9).arrive();
  await all({ n: 4, promoters: 3, detractors: 0 });
  await answers.exclude('a').arrive();
  await all({ n: 3, promoters: 2, detractors: 0 });
  await answers.reinstate('a').amend('a', 0).arrive();
  await all({ n: 4, promoters: 2, detractors: 1 });
  await answers.erase('c').arrive();
  await all({ n: 3, promoters: 1, detractors: 1 });

  // The first copies again, under new numbers, as after a repair of the topic.
  await reporting.neighbours.publish('ingestion', ...recorded);
  await answers.arrive();
  await all({ n: 3, promoters: 1, detractors: 1 });
});

test('of an anonymous programme no single answer can be read, and no score of fewer than five', async () => {
  const whisper = (unit: string) => contribution(unit, 0, { programme: 'voices', touchpoint: 'whisper', day: '2026-06-01' });
  for (let i = 0; i < 5; i++) answers.record(`w${i}`, whisper('eilat'));
  for (let i = 0; i < 4; i++) answers.record(`v${i}`, whisper('haifa'));
  await answers.arrive();
  const filter = encodeURIComponent(`programme eq 'voices'`);
  expect((await reporting.get(`/odata/Scores?$filter=${filter}`)).body.value).toMatchObject([{ unit: 'eilat', n: 5, nps: -100 }]);
  expect((await reporting.get(`/odata/Answers?$filter=${filter}`)).body.value).toEqual([]);
  expect((await sql.query(`SELECT unit FROM bi.scores WHERE programme = 'voices'`)).rows).toEqual([{ unit: 'eilat' }]);
  expect((await sql.query(`SELECT 1 FROM reporting.answer WHERE programme = 'voices'`)).rowCount).toBe(0);
  expect((await sql.query(`SELECT 1 FROM reporting.own_score_day WHERE programme = 'voices' AND unit = 'haifa'`)).rowCount).toBe(0);
});

/** What customers say of one rival in March, and who would leave for it, as every door tells it. */
async function standings(programme: string): Promise<Record<string, unknown>> {
  const window = 'from=2026-03-01&to=2026-04-01';
  const rest = (await reporting.get(`/v1/scores/rivals?programme=${programme}&unit=north&tree=is&${window}`)).body.data[0];
  const [line] = await csvRows(reporting, `/v1/scores/rivals?programme=${programme}&unit=north&tree=is&${window}`);
  const filter = encodeURIComponent(`programme eq '${programme}' and contains(path,'/north/') and day ge 2026-03-01 and day lt 2026-04-01`);
  const rows = async (set: string) => (await reporting.get(`/odata/${set}?$filter=${filter}`)).body.value as Record<string, number>[];
  const where = `WHERE programme = '${programme}' AND path LIKE '%/north/%' AND day >= '2026-03-01' AND day < '2026-04-01'`;
  const total = (of: Record<string, number>[], name: string): number => of.reduce((sum, row) => sum + row[name]!, 0);
  const summed = (rated: Record<string, number>[], switching: Record<string, number>[]) => ({
    n: total(rated, 'n'), promoters: total(rated, 'promoters'), detractors: total(rated, 'detractors'), highest: total(rated, 'count_10'), chosen: total(rated, 'chosen'),
    asked: total(switching, 'n'), likely: total(switching, 'likely'), unnamed: total(switching, 'unnamed'),
  });
  const about = <R extends { rival?: unknown }>(of: R[]): R[] => of.filter(({ rival }) => rival === 'other-bank');
  const told = about(rest?.rivals ?? [])[0] as Record<string, number> & { counts: number[] } | undefined;
  return {
    rest: { n: told?.n ?? 0, promoters: told?.promoters ?? 0, detractors: told?.detractors ?? 0, highest: told?.counts[10] ?? 0, chosen: told?.chosen ?? 0, asked: rest?.switching?.n ?? 0, likely: rest?.switching?.likely ?? 0, unnamed: rest?.switching?.unnamed ?? 0 },
    csv: { n: Number(line?.n ?? 0), promoters: Number(line?.promoters ?? 0), detractors: Number(line?.detractors ?? 0), highest: Number(line?.counts10 ?? 0), chosen: Number(line?.chosen ?? 0), asked: Number(line?.askedToSwitch ?? 0), likely: Number(line?.likelyToSwitch ?? 0), unnamed: rest?.switching?.unnamed ?? 0 },
    odata: summed(about(await rows('RivalScores')), await rows('Switching')),
    sql: summed(about((await sql.query(`SELECT * FROM bi.rival_scores ${where}`)).rows), (await sql.query(`SELECT * FROM bi.switching ${where}`)).rows),
    ...(programme === 'voices' ? {} : {
      'odata answers': ofAnswers(await rows('Answers')), 'sql answers': ofAnswers((await sql.query(`SELECT * FROM bi.answers ${where}`)).rows),
    }),
  };
}

function ofAnswers(rows: Record<string, unknown>[]): Record<string, number> {
  const counted = rows.filter(({ excluded }) => excluded === false);
  const rated = counted.filter(({ rival }) => rival === 'other-bank').map((row) => row['rival_score'] as number);
  const asked = counted.filter((row) => row['likely_to_switch'] !== null);
  const likely = asked.filter((row) => (row['likely_to_switch'] as number) >= 9);
  return {
    n: rated.length, promoters: rated.filter((score) => score >= 9).length, detractors: rated.filter((score) => score <= 6).length, highest: rated.filter((score) => score === 10).length,
    chosen: asked.filter((row) => row['switch_to'] === 'other-bank').length, asked: asked.length, likely: likely.length, unnamed: likely.filter((row) => row['switch_to'] === null).length,
  };
}

const told = async (programme: string, expected: Record<string, number>): Promise<void> => {
  const found = await standings(programme);
  expect(found).toEqual(Object.fromEntries(Object.keys(found).map((name) => [name, expected])));
};

test('what is said of rivals is the same in REST, CSV, OData and SQL, after each correction too', async () => {
  const say = (unit: string, rivalry: Rivalry, day = '2026-03-11', score = 10) => contribution(unit, score, { day, rivalry });
  const rated = (score: number): Rivalry => ({ rated: { rival: 'other-bank', score } });
  answers.record('r1', say('haifa', rated(10)), { message: 1 }).record('r2', say('haifa', { ...rated(3), switching: { likely: 9, to: 'other-bank' } })).record('r3', say('acre', rated(8), '2026-03-12'))
    .record('r4', say('acre', { switching: { likely: 10 } })).record('r5', say('acre', { rated: { rival: 'third-bank', score: 0 }, switching: { likely: 2 } })).record('r6', say('eilat', rated(0))).record('r7', say('haifa', rated(0), '2026-04-01'));
  await answers.arrive();
  await told('transactional', { n: 3, promoters: 1, detractors: 1, highest: 1, chosen: 1, asked: 3, likely: 2, unnamed: 1 });
  const ours = (await sql.query(`SELECT sum(our_promoters)::int AS promoters, sum(our_detractors)::int AS detractors FROM bi.rival_scores WHERE rival = 'other-bank' AND day < '2026-04-01' AND path LIKE '%/north/%'`)).rows[0];
  expect(ours).toEqual({ promoters: 3, detractors: 0 });
  const [shown] = (await reporting.get(`/odata/Answers?$filter=id eq 'r1'&$select=message,rival,rival_score,answer_language,customer_segment,recorded_at`)).body.value;
  const { language, segment } = contribution('haifa', 10);
  expect(shown).toEqual({ message: 1, rival: 'other-bank', rival_score: 10, answer_language: language ?? null, customer_segment: segment ?? null, recorded_at: '2026-11-22T12:05:00.000Z' });
  await answers.exclude('r2').erase('r4').arrive();
  await told('transactional', { n: 2, promoters: 1, detractors: 0, highest: 1, chosen: 0, asked: 1, likely: 0, unnamed: 0 });
  await answers.reinstate('r2').arrive();
  await told('transactional', { n: 3, promoters: 1, detractors: 1, highest: 1, chosen: 1, asked: 2, likely: 1, unnamed: 0 });
});

test('of an anonymous programme rivals are told in batches of five everywhere, and no answer by itself', async () => {
  const whisper = (rivalry: Rivalry) => contribution('haifa', 10, { programme: 'voices', touchpoint: 'whisper', day: '2026-03-20', rivalry });
  const both: Rivalry = { rated: { rival: 'other-bank', score: 10 }, switching: { likely: 9, to: 'other-bank' } };
  for (let i = 0; i < 4; i++) answers.record(`s${i}`, whisper(both));
  await answers.arrive();
  await told('voices', { n: 0, promoters: 0, detractors: 0, highest: 0, chosen: 0, asked: 0, likely: 0, unnamed: 0 });
  await answers.record('s4', whisper(both)).arrive();
  await told('voices', { n: 5, promoters: 5, detractors: 0, highest: 5, chosen: 5, asked: 5, likely: 5, unnamed: 0 });
  expect((await sql.query(`SELECT our_promoters FROM bi.rival_scores WHERE programme = 'voices'`)).rows).toEqual([{ our_promoters: null }]);
  expect((await sql.query(`SELECT 1 FROM bi.answers WHERE programme = 'voices'`)).rowCount).toBe(0);
});
