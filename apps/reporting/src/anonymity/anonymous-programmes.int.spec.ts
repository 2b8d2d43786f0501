import { responseTopic, wordsTopic, wordsWritten } from '@candor/contracts';
import { outgoing, outgoingTombstone, type Outgoing } from '@candor/messaging';
import { eventually } from '@candor/testing';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { DataSource } from 'typeorm';
import { contribution } from '../../test/answers.ts';
import { figuresIn, isolated, smallestCombination, type Seen } from '../../test/attack.ts';
import { BiUsers } from '../../test/bi-users.ts';
import { Answers } from '../../test/loop.ts';
import { analyst, person, Reporting, unit } from '../../test/start-reporting.ts';

let reporting: Reporting;
let answers: Answers;
let users: BiUsers;
let sql: Awaited<ReturnType<BiUsers['connect']>>;
let given = 0;

beforeAll(async () => {
  reporting = await Reporting.start();
  answers = new Answers(reporting);
  users = new BiUsers(reporting);
  sql = await users.connect(analyst());
});
afterAll(async () => {
  await users?.close();
  await reporting?.close();
});

function record(where: string, day: string, scores: readonly number[]): string[] {
  return scores.map((score) => {
    const id = `whisper-${given++}`;
    answers.record(id, contribution(where, score, { programme: 'voices', touchpoint: 'whisper', day }), { invitation: '0f8c6c39-7a6e-4f1e-8c6f-0d6b5e0f7a11' });
    return id;
  });
}
const ask = async (query: string, as = analyst()) => (await reporting.get(`/v1/scores?programme=voices&${query}`, as)).body;
const published = async (where: string) => (await ask(`unit=${where}`)).data[0]?.counts ?? null;
const counted = (scores: readonly number[]): number[] => Array.from({ length: 11 }, (_, score) => scores.filter((one) => one === score).length);

describe('what is published of an anonymous programme', () => {
  test('is nothing until five have answered, then the five, and the next ones when they are five again', async () => {
    const scores = [10, 0, 9, 7, 3, 10, 10, 2, 8, 5];
    for (const [i, score] of scores.entries()) {
      record('haifa', '2026-11-20', [score]);
      await answers.arrive();
      if (i === 3) expect(await published('haifa')).toBeNull();
      if (i === 4 || i === 8) expect(await published('haifa')).toEqual(counted(scores.slice(0, 5)));
    }
    expect(await published('haifa')).toEqual(counted(scores));
    expect((await ask('unit=bank')).data[0]).toMatchObject({ n: 10, nps: 100 * (4 - 4) / 10, promoters: 4, answered: 10, responseRate: null });
  });
  test('comes once, whatever is read again from Kafka and however often the service starts', async () => {
    record('haifa', '2026-11-20', [1, 1, 1]);
    const events = await answers.arrive();
    await reporting.neighbours.publish('ingestion', ...events);
    await reporting.caughtUp(responseTopic);
    await reporting.restart();
    expect((await ask('unit=haifa')).data[0].n).toBe(10);
    record('haifa', '2026-11-20', [1, 1]);
    await answers.arrive();
    expect((await ask('unit=haifa')).data[0].n).toBe(15);
  });
  test('stands: what is corrected or erased later is not told, what is before does not come', async () => {
    const out = record('acre', '2026-11-21', [6, 6, 6, 6]);
    answers.amend(out[0]!, 9).exclude(out[1]!);
    await answers.arrive();
    record('acre', '2026-11-21', [6]);
    await answers.arrive();
    expect(await published('acre')).toBeNull();
    answers.erase(out[2]!);
    record('acre', '2026-11-21', [6, 6]);
    await answers.arrive();
    const stands = counted([9, 6, 6, 6, 6]);
    expect(await published('acre')).toEqual(stands);
    answers.erase(out[0]!).amend(out[3]!, 0).reinstate(out[1]!);
    await answers.arrive();
    expect(await published('acre')).toEqual(stands);
    const kept = await reporting.app.app.get(DataSource).query('SELECT 1 FROM anonymous_answer WHERE (batch IS NOT NULL OR id = $1) AND (score IS NOT NULL OR unit IS NOT NULL)', [out[2]]);
    expect(kept).toEqual([]);
  });
  test('has a day and no hour', async () => {
    const { status, body } = await reporting.get('/v1/scores?programme=voices&interval=hour');
    expect([status, body.errors[0].field]).toEqual([400, 'interval']);
  });
  test('are no single answers, for BI tools neither', async () => {
    expect((await sql.query(`SELECT count(*)::int AS n FROM bi.answers WHERE touchpoint = 'whisper'`)).rows[0].n).toBe(0);
    const { body } = await reporting.get(`/odata/Answers?$filter=touchpoint%20eq%20'whisper'`);
    expect(body.value).toEqual([]);
    for (const table of ['anonymous_answer', 'anonymous_batch']) await expect(sql.query(`SELECT * FROM reporting.${table}`)).rejects.toMatchObject({ code: '42501' });
  });
});

describe('what was written in an anonymous programme', () => {
  const words = async (query = '', as = analyst()) => (await reporting.get(`/v1/scores/words?touchpoint=whisper&from=2026-10-01&to=2026-10-31${query}`, as)).body;
  const write = async (ids: readonly string[]) => {
    await reporting.neighbours.publish('ingestion', ...ids.map((response) => outgoing(wordsWritten, { ...wordsWritten.sample, response, revision: 1, comment: `said in ${response}` }) as Outgoing));
    await reporting.caughtUp(wordsTopic);
  };

  test('is read once its batch is published, with the day of the batch, and without who, when and which score', async () => {
    const ids = record('haifa', '2026-10-05', [1, 2, 3]);
    await answers.arrive();
    await write(ids);
    expect((await words()).data).toEqual([]);
    ids.push(...record('haifa', '2026-10-09', [4, 5]));
    await answers.arrive();
    const { data } = await words();
    expect(data.map(({ comment }: { comment: string }) => comment).sort()).toEqual(ids.slice(0, 3).map((id) => `said in ${id}`).sort());
    expect(data[0]).toEqual({ comment: expect.any(String), language: expect.any(String), touchpoint: 'whisper', unit: 'haifa', day: '2026-10-09' });
    const first = await words('&limit=2');
    expect([...first.data, ...(await words(`&limit=2&cursor=${first.next}`)).data]).toEqual(data);
    expect((await words('', analyst(['south']))).data).toEqual([]);
    expect((await words('&unit=north')).data).toHaveLength(3);
    await reporting.neighbours.publish('ingestion', outgoingTombstone(wordsTopic, ids[0]!));
    await reporting.caughtUp(wordsTopic);
    answers.exclude(ids[1]!);
    await answers.arrive();
    expect((await words()).data.map(({ comment }: { comment: string }) => comment)).toEqual([`said in ${ids[2]}`]);
  });
  test('is not read here of others', async () => {
    const { status, body } = await reporting.get('/v1/scores/words?programme=transactional');
    expect([status, body.errors[0].field]).toEqual([400, 'programme']);
    expect((await reporting.get('/v1/scores/words?programme=voices&unit=eilat', analyst(['north']))).status).toBe(403);
  });
});

describe('who subtracts what they are told', () => {
  const UNITS = ['bank', 'north', 'south', 'haifa', 'acre', 'eilat'];
  const DAYS = ['2026-11-10', '2026-11-11', '2026-11-12', '2026-11-13'];
  const QUERIES = [
    '', 'groupBy=unit', 'interval=day', 'interval=day&groupBy=unit,touchpoint', 'window=7d&to=2026-11-13', 'groupBy=unit&unit=north,south,haifa', 'unit=north,haifa&tree=was', 'unit=acre,south',
    ...UNITS.flatMap((one) => [`unit=${one}`, `unit=${one}&descendants=false`, `unit=${one}&tree=is`]),
    ...DAYS.flatMap((day) => [`to=${day}`, `from=${day}`]), ...DAYS.slice(1).flatMap((day) => [`from=2026-11-10&to=${day}&groupBy=unit`]),
  ].map((query) => `/v1/scores?programme=voices&${query}`);
  const OTHERS = [
    '/v1/scores/total?programme=voices', '/v1/scores/total?programme=voices&unit=north', '/v1/scores/compare?programme=voices&a.unit=haifa&b=rest', '/v1/scores/compare?programme=voices&a.unit=acre&b.unit=eilat',
    '/v1/scores/ranking?programme=voices&by=unit', '/v1/scores/questions?programme=voices&to=2026-11-14', `/odata/Scores?$filter=programme%20eq%20'voices'`, `/odata/Scores?$filter=programme%20eq%20'voices'%20and%20day%20lt%202026-11-12`,
  ];

  async function look(): Promise<Seen[]> {
    const told = await Promise.all([...QUERIES, ...OTHERS].map(async (path) => {
      const { status, body } = await reporting.get(path);
      expect([path, status]).toEqual([path, 200]);
      return figuresIn(path, body);
    }));
    const [header, ...lines] = (await reporting.get('/v1/scores?programme=voices&interval=day&groupBy=unit', analyst(), { headers: { accept: 'text/csv' } })).text.trim().split('\r\n');
    const file = lines.map((line) => ({ from: 'a file', n: Number(line.split(',')[header!.split(',').indexOf('n')]), counts: null }));
    const rows = (await sql.query(`SELECT unit, day, n FROM bi.scores WHERE programme = 'voices'`)).rows as { unit: string; n: number }[];
    const theirs = (await ask('groupBy=unit', person('manager', ['north']))).data as { n: number; counts: number[] }[];
    return [...told.flat(), ...file, ...rows.map(({ unit: of, n }) => ({ from: `bi.scores of ${of}`, n, counts: null })), ...theirs.map(({ n, counts }) => ({ from: 'a manager', n, counts }))];
  }

  test('never gets at fewer than five answers: over units, days, formats and moments, corrections and a move told late included', async () => {
    const scores = [10, 0, 3, 9, 7, 10, 8, 1, 6];
    const seen: Seen[] = await look();
    const ids: string[] = [];
    for (let step = 0; step < 10; step += 1) {
      for (const [i, where] of ['haifa', 'acre', 'eilat', 'north'].entries()) {
        const some = Array.from({ length: (step * (i + 3) + i) % 4 }, (_, k) => scores[(step * 5 + i * 3 + k) % scores.length]!);
        ids.push(...record(where, DAYS[(step + i) % DAYS.length]!, some));
      }
      if (step % 3 === 2) answers.exclude(ids[step]!).amend(ids[step + 3]!, 10).erase(ids[step + 5]!);
      await answers.arrive();
      if (step === 6) {
        await reporting.neighbours.publish('catalog', unit('acre', [{ parent: 'north', from: null }, { parent: 'south', from: '2026-11-11T10:00:00Z' }], 2));
        await eventually('the move known', async () => (await reporting.get('/odata/Units?$filter=key%20eq%20%27acre%27')).body.value[0].parent === 'south');
      }
      seen.push(...(await look()));
    }
    expect(seen.length).toBeGreaterThan(500);
    expect(Math.max(...seen.map(({ n }) => n))).toBeGreaterThan(30);
    expect(isolated(seen)).toEqual([]);
    expect(smallestCombination(seen)).toBe(5);
  }, 60_000);
});
