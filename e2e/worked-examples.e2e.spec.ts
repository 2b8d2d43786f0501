import { eventually } from './front-door.ts';
import { enterSharedDoor, type SharedDoor } from './door.ts';

let door: SharedDoor;
beforeAll(async () => { door = await enterSharedDoor(); });
afterAll(() => door?.close());

/** `[score, how many]` pairs. */
const answers = (touchpoint: string, unit: string, mix: ReadonlyArray<readonly [score: number, count: number]>) =>
  mix.flatMap(([score, count]) => Array.from({ length: count }, (_, i) => ({
    id: `${touchpoint}-${unit}-${score}-${i}`, score, touchpoint, unit, answeredAt: '2026-10-05T09:00:00Z', channel: 'phone',
  })));

describe('the worked examples, posted as answers, come out exactly', () => {
  const examples: ReadonlyArray<[key: string, mix: Array<[number, number]>, expected: object]> = [
    ['thousand', [[0, 1], [1, 2], [4, 2], [5, 5], [6, 10], [7, 140], [8, 140], [9, 300], [10, 400]], { nps: 68, n: 1000, promoters: 700, passives: 280, detractors: 20 }],
    ['hundred-80', [[3, 5], [7, 10], [9, 85]], { nps: 80, n: 100 }],
    ['hundred-30', [[6, 20], [8, 30], [10, 50]], { nps: 30, n: 100 }],
    ['hundred-60', [[0, 5], [7, 30], [9, 65]], { nps: 60, n: 100 }],
  ];

  beforeAll(async () => {
    await door.put('/v1/units/examples', { name: 'Examples', parent: null, timeZone: 'Europe/London' });
    await door.put('/v1/units/example-shop', { name: 'Shop', parent: 'examples', timeZone: 'Europe/London' });
    for (const [key] of examples) expect((await door.put(`/v1/touchpoints/${key}`, { name: key })).status).toBeLessThan(300);
  });

  test.each(examples)('%s', async (key, mix, expected) => {
    const posted = await door.ndjson(answers(key, 'example-shop', mix));
    expect(posted).toMatchObject({ status: 200, body: { accepted: (expected as { n: number }).n, duplicates: 0, refused: [] } });
    const scores = await eventually(() => door.scores(`touchpoint=${key}&unit=examples`), (body) => body.data[0]?.n === (expected as { n: number }).n);
    expect(scores.data).toEqual([expect.objectContaining(expected)]);
  });

  test('the 100 answers with 50/30/20 have the adjusted-Wald interval 29.1 +- 15.1', async () => {
    const { data: [{ confidence }] } = await door.scores('touchpoint=hundred-30&unit=examples');
    expect((confidence.low + confidence.high) / 2).toBeCloseTo(29.1, 1);
    expect((confidence.high - confidence.low) / 2).toBeCloseTo(15.1, 1);
  });

  test('the same figures stand in the CSV', async () => {
    const { body } = await door.get('/v1/scores?touchpoint=hundred-80&unit=examples', { headers: { accept: 'text/csv' } });
    const [header, row] = (body as string).trim().split(/\r?\n/).map((line) => line.split(','));
    expect(Number(row![header!.indexOf('nps')])).toBe(80);
    expect(Number(row![header!.indexOf('n')])).toBe(100);
  });
});

test('an amended, an excluded and a reinstated answer move the score back and forth', async () => {
  await door.put('/v1/units/corrected', { name: 'Corrected', parent: null });
  await door.put('/v1/touchpoints/corrections', { name: 'Corrections' });
  for (const [id, score] of [['corr-1', 10], ['corr-2', 10], ['corr-3', 0], ['corr-4', 8]] as const) {
    expect((await door.post('/v1/responses', { id, score, touchpoint: 'corrections', unit: 'corrected' })).status).toBe(201);
  }
  const figure = (n: number, nps: number) => eventually(() => door.scores('touchpoint=corrections&unit=corrected'), (body) => body.data[0]?.n === n && body.data[0]?.nps === nps);
  await figure(4, 25);
  const etag = (await door.get('/v1/responses/corr-3')).headers.get('etag')!;
  expect((await door.call('PATCH', '/v1/responses/corr-3', { body: { score: 9, reason: 'misheard' }, headers: { 'if-match': etag } })).status).toBe(200);
  await figure(4, 75);
  expect((await door.call('PATCH', '/v1/responses/corr-3', { body: { score: 8, reason: 'late' }, headers: { 'if-match': etag } })).status).toBe(412);
  expect((await door.post('/v1/responses/corr-1/exclude', { reason: 'a test' })).status).toBe(200);
  await figure(3, (100 * 2) / 3);
  expect((await door.post('/v1/responses/corr-1/reinstate', { reason: 'was genuine' })).status).toBe(200);
  await figure(4, 75);
});
