import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { analyst, person, Reporting } from '../../../test/start-reporting.ts';
import { contribution, scoresOf } from '../../../test/answers.ts';
import { csvRows } from '../../../test/exported.ts';
import { Scoring } from '../../../test/scoring.ts';
import type { Outgoing } from '@candor/messaging';

let reporting: Reporting;
beforeAll(async () => { reporting = await Reporting.start(); });
afterAll(() => reporting.close());

/** One answer per score at the unit, in cells. */
function answered(scoring: Scoring, unit: string, scores: readonly number[], more: Parameters<typeof contribution>[2] = {}): Scoring {
  scores.forEach((score, i) => scoring.answer(`${unit}-${more.day ?? ''}-${i}`, null, contribution(unit, score, more)));
  return scoring;
}
const only = async (query: string, as = analyst()) => {
  const { status, body } = await reporting.get(`/v1/scores?${query}`, as);
  expect([status, body.data.length]).toEqual([200, 1]);
  return body.data[0];
};

describe('the worked examples come out exactly', () => {
  const examples: [number, number[]][] = [
    [68, [1, 2, 0, 0, 2, 5, 10, 100, 180, 300, 400]],
    [80, [0, 0, 0, 5, 0, 0, 0, 10, 0, 85, 0]],
    [30, [0, 0, 10, 10, 0, 0, 0, 15, 15, 25, 25]],
    [60, [5, 0, 0, 0, 0, 0, 0, 30, 0, 0, 65]],
  ];
  test.each(examples.map(([nps, counts], i) => [nps, counts, `200${i}-01-01`] as const))('%i', async (nps, counts, day) => {
    const scoring = answered(new Scoring(), 'haifa', scoresOf(counts), { day });
    await reporting.score(...scoring.changed());
    for (const unit of ['haifa', 'north', 'bank']) {
      const n = scoresOf(counts).length;
      expect(await only(`unit=${unit}&from=${day}&to=${day.slice(0, 9)}2`)).toMatchObject({ nps, n, counts, sufficient: true, confidence: { level: 0.95 } });
    }
  });
});

describe('one figure is of a selection', () => {
  const week = 'from=2026-03-02&to=2026-03-09';
  beforeAll(async () => {
    const scoring = new Scoring();
    answered(scoring, 'haifa', [10, 10, 9, 0], { day: '2026-03-02', hour: 0 });
    answered(scoring, 'acre', [7], { day: '2026-03-03', touchpoint: 'support', hour: 23 });
    answered(scoring, 'eilat', [6, 6], { day: '2026-03-08' });
    answered(scoring, 'north', [8], { day: '2026-03-09' });
    await reporting.score(...scoring.changed());
  });

  test('nothing named is everything, counted once', async () => {
    expect(await only(week)).toMatchObject({ n: 7, promoters: 3, passives: 1, detractors: 3, from: '2026-03-02', to: '2026-03-09', nps: 0 });
  });
  test('from is included and to is not', async () => {
    expect((await only('from=2026-03-08&to=2026-03-09')).n).toBe(2);
    expect((await only('from=2026-03-03&to=2026-03-10')).n).toBe(4);
    expect((await reporting.get('/v1/scores?from=2026-03-04&to=2026-03-08')).body.data).toEqual([]);
  });
  test('each row says up to which day something is counted in it, rolling ones and those of files too', async () => {
    expect((await only(week)).watermark).toBe('2026-03-08');
    const { body } = await reporting.get(`/v1/scores?unit=haifa,acre,eilat&groupBy=unit&${week}`);
    expect(body.data.map(({ unit, watermark }: Record<string, string>) => [unit, watermark])).toEqual([['acre', '2026-03-03'], ['eilat', '2026-03-08'], ['haifa', '2026-03-02']]);
    expect((await only('unit=haifa&interval=day&window=7d&from=2026-03-05&to=2026-03-06')).watermark).toBe('2026-03-02');
    expect(await csvRows(reporting, `/v1/scores?unit=acre&${week}`)).toMatchObject([{ watermark: '2026-03-03' }]);
  });
  test('units that overlap are counted once, as the tree was and as it is', async () => {
    for (const tree of ['was', 'is']) expect((await only(`unit=haifa,north,bank&tree=${tree}&${week}`)).n).toBe(7);
  });
  test('without descendants a unit is its own answers', async () => {
    expect((await only('unit=north&descendants=false&from=2026-03-01&to=2026-04-01')).n).toBe(1);
    expect((await only('unit=north&from=2026-03-01&to=2026-04-01')).n).toBe(6);
  });
  test('touchpoints narrow it', async () => expect((await only(`touchpoint=support&${week}`)).n).toBe(1));

  test('by unit, named ones come with what is below them', async () => {
    const { body } = await reporting.get(`/v1/scores?groupBy=unit&unit=north,haifa&${week}`);
    expect(body.data.map((row: { unit: string; n: number }) => [row.unit, row.n])).toEqual([['haifa', 4], ['north', 5]]);
  });
  test('by unit, none named, rows add up to the whole', async () => {
    const { body } = await reporting.get('/v1/scores?groupBy=unit&from=2026-03-01&to=2026-04-01');
    expect(body.data.map((row: { unit: string; n: number }) => [row.unit, row.n])).toEqual([['acre', 1], ['eilat', 2], ['haifa', 4], ['north', 1]]);
  });
  test('by touchpoint and unit there is a row for each pair that has something', async () => {
    const { body } = await reporting.get(`/v1/scores?groupBy=touchpoint,unit&${week}`);
    expect(body.data.map((row: { touchpoint: string; unit: string; n: number }) => [row.touchpoint, row.unit, row.n])).toEqual([
      ['support', 'acre', 1], ['visit', 'eilat', 2], ['visit', 'haifa', 4],
    ].sort((a, b) => (a[1]! < b[1]! ? -1 : 1)));
  });
  test.each([
    ['day', [['2026-03-02', '2026-03-03', 4], ['2026-03-03', '2026-03-04', 1], ['2026-03-08', '2026-03-09', 2], ['2026-03-09', '2026-03-10', 1]]],
    ['week', [['2026-03-02', '2026-03-09', 7], ['2026-03-09', '2026-03-16', 1]]],
    ['month', [['2026-03-01', '2026-04-01', 8]]],
    ['quarter', [['2026-01-15', '2026-04-01', 8]]],
    ['year', [['2026-01-15', '2026-12-31', 8]]],
    ['hour', [['2026-03-02T00:00:00', '2026-03-02T01:00:00', 4], ['2026-03-03T23:00:00', '2026-03-04T00:00:00', 1], ['2026-03-08T14:00:00', '2026-03-08T15:00:00', 2],
      ['2026-03-09T14:00:00', '2026-03-09T15:00:00', 1]]],
  ])('by %s, periods in which nothing happened are left out', async (interval, rows) => {
    const { body } = await reporting.get(`/v1/scores?interval=${interval}&from=2026-01-15&to=2026-12-31`);
    const early = (row: { from: string }): boolean => row.from < '2026-11';
    expect(body.data.filter(early).map((row: { from: string; to: string; n: number }) => [row.from, row.to, row.n])).toEqual(rows);
  });
  test('rolling, each day has the figure of the days that end with it', async () => {
    const { body } = await reporting.get('/v1/scores?window=7d&interval=day&from=2026-03-07&to=2026-03-11');
    expect(body.data.map((row: { from: string; to: string; n: number }) => [row.from, row.to, row.n])).toEqual([
      ['2026-03-01', '2026-03-08', 5], ['2026-03-02', '2026-03-09', 7], ['2026-03-03', '2026-03-10', 4], ['2026-03-04', '2026-03-11', 3],
    ]);
    const one = (await reporting.get('/v1/scores?window=7d&to=2026-03-09')).body.data;
    expect(one).toEqual([expect.objectContaining(body.data[1])]);
    const { body: byUnit } = await reporting.get('/v1/scores?window=30d&interval=day&from=2026-03-31&to=2026-04-02&groupBy=unit');
    expect(byUnit.data.map((row: { unit: string; from: string; n: number }) => [row.unit, row.from, row.n])).toEqual([
      ['acre', '2026-03-02', 1], ['acre', '2026-03-03', 1], ['eilat', '2026-03-02', 2], ['eilat', '2026-03-03', 2], ['haifa', '2026-03-02', 4], ['north', '2026-03-02', 1], ['north', '2026-03-03', 1],
    ]);
  });
  test('rolling without an end, the window ends with today', async () => {
    const today = new Intl.DateTimeFormat('sv', { timeZone: 'Asia/Jerusalem' }).format(new Date());
    await reporting.score(...answered(new Scoring(), 'acre', [10], { day: today, touchpoint: 'support' }).changed());
    const [row] = (await reporting.get('/v1/scores?window=7d&unit=acre&touchpoint=support')).body.data;
    expect([row.n, Date.parse(row.to) - Date.parse(today)]).toEqual([1, 86_400_000]);
  });
  test('as CSV it says the same, 0 as 0', async () => {
    const { body } = await reporting.get(`/v1/scores?groupBy=unit&${week}`);
    const { text, headers } = await reporting.get(`/v1/scores?groupBy=unit&${week}`, analyst(), { headers: { accept: 'text/csv' } });
    expect(headers.get('content-type')).toContain('text/csv');
    const [header, ...lines] = text.trimEnd().split('\r\n').map((line) => line.split(','));
    const column = (name: string) => lines.map((line) => line[header!.indexOf(name)]);
    expect(column('unit')).toEqual(body.data.map((row: { unit: string }) => row.unit));
    expect(column('nps').map(Number)).toEqual(body.data.map((row: { nps: number }) => row.nps));
    expect(column('counts5')).toEqual(['0', '0', '0']);
    expect(column('sufficient')).toEqual(['false', 'false', 'false']);
  });
});

describe('what can be seen is limited to ones units', () => {
  beforeAll(async () => {
    const scoring = answered(new Scoring(), 'haifa', [10, 10], { day: '2025-05-05' });
    answered(scoring, 'eilat', [0], { day: '2025-05-05' });
    await reporting.score(...scoring.changed());
  });
  const day = 'from=2025-05-05&to=2025-05-06';
  test('an agent of one branch sees nothing of another', async () => {
    const agent = person('agent', ['haifa']);
    expect((await only(day, agent)).n).toBe(2);
    const { body } = await reporting.get(`/v1/scores?groupBy=unit&${day}`, agent);
    expect(body.data.map((row: { unit: string }) => row.unit)).toEqual(['haifa']);
    for (const unit of ['eilat', 'bank', 'nowhere']) {
      const refused = await reporting.get(`/v1/scores?unit=${unit}&${day}`, agent);
      expect([refused.status, refused.body.errors[0].field]).toEqual([403, 'unit']);
    }
  });
  test('a manager sees the region with all below it, and who has no unit sees nothing', async () => {
    expect((await only(day, person('manager', ['north']))).n).toBe(2);
    expect((await reporting.get(`/v1/scores?${day}`, person('manager', []))).body.data).toEqual([]);
  });
  test('without a token, or without the right, there is nothing', async () => {
    expect((await reporting.app.call('GET', '/v1/scores')).status).toBe(401);
    expect((await reporting.get('/v1/scores', { ...analyst(), scopes: ['cases:read'] })).status).toBe(403);
  });
});

test.each([
  ['touchpoint=nothing', 'touchpoint'], ['unit=nowhere', 'unit'], ['programme=none', 'programme'], ['measure=love', 'measure'], ['interval=decade', 'interval'],
  ['from=2026-01-01&to=2026-01-01', 'to'], ['from=yesterday', 'from'], ['groupBy=colour', 'groupBy'], ['colour=red', 'colour'], ['touchpoint=visit,yearly', 'touchpoint'],
  ['programme=relationship&touchpoint=visit', 'touchpoint'], ['descendants=maybe', 'descendants'], ['tree=oak', 'tree'], ['from=2026-02-30', 'from'], ['from=0000-01-01', 'from'],
  ['window=31d', 'window'], ['window=7d&interval=month', 'interval'], ['window=7d&from=2026-01-01', 'from'],
])('%s is refused, naming %s', async (query, field) => {
  const { status, body } = await reporting.get(`/v1/scores?${query}`);
  expect(status).toBe(400);
  expect(body.errors[0].field.replace(/\[\d+\]$/, '')).toBe(field);
});

test('of an anonymous programme nothing is told of the cells that scoring makes of every answer', async () => {
  const scoring = new Scoring();
  answered(scoring, 'eilat', [10, 10, 10, 10, 10, 10], { programme: 'voices', touchpoint: 'whisper', day: '2026-06-01' });
  await reporting.score(...scoring.changed());
  const { body } = await reporting.get('/v1/scores?touchpoint=whisper&groupBy=unit');
  expect([body.programme, body.data]).toEqual(['voices', []]);
});

test('repeated, out of order, in parts and after a restart, the figures are those of the newest cells', async () => {
  const scoring = new Scoring();
  const day = '2024-04-01';
  const look = () => only(`unit=bank&from=${day}&to=2024-04-02`);
  const versions: Outgoing[][] = [];
  for (const score of [10, 3, 9]) {
    scoring.answer('same', score === 10 ? null : contribution('haifa', score === 3 ? 10 : 3, { day }), contribution('haifa', score, { day }));
    versions.push(scoring.changed());
  }
  const [first, second, third] = versions as [Outgoing[], Outgoing[], Outgoing[]];
  await reporting.score(...second, ...first);
  expect(await look()).toMatchObject({ n: 1, detractors: 1 });
  await reporting.score(...third, ...third, ...second);
  expect(await look()).toMatchObject({ n: 1, promoters: 1, mean: 9 });
  await reporting.restart();
  await reporting.score(...first, ...third);
  expect(await look()).toMatchObject({ n: 1, promoters: 1, mean: 9 });
});
