import { isDeepStrictEqual } from 'node:util';
import pg from 'pg';
import { enterSharedDoor, type SharedDoor } from './door.ts';
import { eventually } from './front-door.ts';

const DAY_MS = 86_400_000;
const ANSWERS = 12_000;
const LINES = 1000;
/** The programme that declares a cut, and its two touchpoints, whose weights sum to 2.5. */
const PROGRAMME = 'odd';
const WEIGHTS = { 'odd-visit': 0.5, 'odd-call': 2 };
const UNITS = ['odd-first', 'odd-second'];

interface Row { touchpoint: string; unit: string; day: string; score: number; product: string; state: string }
/** Promoters, passives, detractors, by what they are counted by. */
type Counts = Record<string, [promoters: number, passives: number, detractors: number]>;

let door: SharedDoor;
let sql: pg.Client;
/** When the first branch goes over to the other region; told only while answers flow. */
const moved = new Date(Math.floor(Date.now() / DAY_MS) * DAY_MS - 10 * DAY_MS);
const firstDay = moved.toISOString().slice(0, 10);

/** Over more than a year, in no order; one in 400 is of 1970. No two name the same product. */
const answers = Array.from({ length: ANSWERS }, (_, i) => ({
  id: `odd-${i}`, score: (i * 7) % 11, touchpoint: i % 3 === 0 ? 'odd-visit' : 'odd-call', unit: UNITS[i % 2]!, product: `article-${i}`,
  answeredAt: i % 400 === 0 ? '1970-01-01T12:00:00Z' : new Date(Date.now() - ((i * 7919) % 400) * DAY_MS - 60_000).toISOString(),
}));

async function post(lines: readonly object[], expected: object): Promise<void> {
  expect(await door.ndjson(lines)).toMatchObject({ status: 200, body: { refused: [], ...expected } });
}

beforeAll(async () => {
  door = await enterSharedDoor();
  expect((await door.put(`/v1/programmes/${PROGRAMME}`, { name: 'Odd', kind: 'transactional', cuts: ['product'] })).status).toBeLessThan(300);
  for (const [unit, parent] of [['odd', null], ['odd-north', 'odd'], ['odd-south', 'odd'], ['odd-first', 'odd-north'], ['odd-second', 'odd-south']]) {
    expect((await door.put(`/v1/units/${unit}`, { name: unit, parent, timeZone: 'UTC' })).status).toBeLessThan(300);
  }
  for (const [touchpoint, weight] of Object.entries(WEIGHTS)) expect((await door.put(`/v1/touchpoints/${touchpoint}`, { name: touchpoint, programme: PROGRAMME, weight })).status).toBeLessThan(300);
  const { body: user } = await door.post('/v1/bi-users', { name: 'Odd figures', units: ['odd'] });
  sql = new pg.Client({ host: user.host, port: user.port, database: user.database, user: user.user, password: user.password });
  await sql.connect();

  for (let from = 0; from < ANSWERS; from += LINES) {
    const lines = answers.slice(from, from + LINES);
    await post(lines, { accepted: LINES });
    await post(lines, { accepted: 0, duplicates: LINES });
    if (from === ANSWERS / 2) expect((await door.put('/v1/units/odd-first', { name: 'odd-first', parent: 'odd-south', timeZone: 'UTC', validFrom: moved.toISOString() })).status).toBe(200);
  }
  await correct();
  const counted = (await stored()).filter(({ state }) => state === 'counted').length;
  await eventually(() => door.scores(`programme=${PROGRAMME}&unit=odd`), ({ data }) => data[0]?.n === counted);
  await eventually(async () => (await sql.query('SELECT count(*)::int AS n FROM bi.answers WHERE programme = $1 AND NOT excluded', [PROGRAMME])).rows[0].n, (n) => n === counted);
}, 180_000);
afterAll(async () => {
  await sql?.end();
  await door?.close();
});

/** Some answers are amended, some excluded, of these some reinstated, and some erased. */
async function correct(): Promise<void> {
  const done = (request: Promise<{ status: number }>) => request.then(({ status }) => expect(status).toBeLessThan(300));
  for (let i = 0; i < 30; i++) {
    const path = `/v1/responses/odd-${i * 11}`;
    if (i % 3 === 0) {
      const { headers } = await door.get(path);
      await done(door.call('PATCH', path, { body: { score: (i * 3) % 11, reason: 'misheard' }, headers: { 'if-match': headers.get('etag')! } }));
    } else {
      await done(door.post(`${path}/exclude`, { reason: 'a test call' }));
      if (i % 3 === 1) await done(door.post(`${path}/reinstate`, { reason: 'it was none' }));
    }
    if (i % 10 === 0) await done(door.call('DELETE', path));
  }
}

/** Every answer as it is stored now. */
async function stored(): Promise<Row[]> {
  const rows: Row[] = [];
  for (let cursor: string | null | undefined = ''; cursor !== null && cursor !== undefined;) {
    const { status, body } = await door.get(`/v1/responses?programme=${PROGRAMME}&limit=1000${cursor && `&updatedAfter=${encodeURIComponent(cursor)}`}`);
    expect(status).toBe(200);
    rows.push(...body.data);
    cursor = body.next;
  }
  return rows;
}

function counts(rows: readonly Row[], by: (row: Row) => string): Counts {
  const found: Counts = {};
  for (const row of rows) {
    if (row.state === 'counted') (found[by(row)] ??= [0, 0, 0])[row.score >= 9 ? 0 : row.score >= 7 ? 1 : 2] += 1;
  }
  return found;
}

interface Figure { promoters: number | string; passives: number | string; detractors: number | string }
const said = <F extends Figure>(figures: readonly F[], by: (figure: F) => string): Counts => figures.reduce<Counts>((found, figure) => {
  const sums = (found[by(figure)] ??= [0, 0, 0]);
  [figure.promoters, figure.passives, figure.detractors].forEach((value, i) => { sums[i]! += Number(value); });
  return found;
}, {});

async function csv(query: string): Promise<Record<string, string>[]> {
  const { status, headers, body } = await door.get(`/v1/scores?programme=${PROGRAMME}&${query}`, { headers: { accept: 'text/csv' } });
  expect(status).toBe(200);
  const [names, ...lines] = (body as string).replace('\ufeff', '').trimEnd().split(/\r?\n/).map((line) => line.split(','));
  expect(lines).toHaveLength(Number(headers.get('x-total-rows')));
  return lines.map((values) => Object.fromEntries(names!.map((name, i) => [name, values[i]!])));
}

async function odata(path: string): Promise<Record<string, string>[]> {
  const rows: Record<string, string>[] = [];
  for (let next: string | undefined = path; next;) {
    const { status, body }: { status: number; body: { value: Record<string, string>[]; '@odata.nextLink'?: string } } = await door.get(next);
    expect(status).toBe(200);
    rows.push(...body.value);
    next = body['@odata.nextLink']?.replace(/^https?:\/\/[^/]+/, '');
  }
  return rows;
}

const place = ({ touchpoint, unit, day }: { touchpoint: string; unit: string; day: string }) => `${touchpoint} ${unit} ${day}`;

test('a time that has not come is refused, naming the field, and counts nowhere', async () => {
  const refused = await door.post('/v1/responses', { ...answers[1], id: 'odd-tomorrow', answeredAt: new Date(Date.now() + DAY_MS).toISOString() });
  expect(refused).toMatchObject({ status: 400, body: { errors: [expect.objectContaining({ field: 'answeredAt' })] } });
  expect((await door.get('/v1/responses/odd-tomorrow')).status).toBe(404);
});

test('everything since ever by everything is what a recount of the answers gives, at every door', async () => {
  const recounted = counts(await stored(), place);
  const all = 'groupBy=touchpoint,unit';
  const days = await door.scores(`programme=${PROGRAMME}&${all}&interval=day`);
  expect(said<Figure & { touchpoint: string; unit: string; from: string }>(days.data, ({ from, ...of }) => place({ ...of, day: from }))).toEqual(recounted);
  const by = ({ touchpoint, unit, from }: Record<string, string>) => place({ touchpoint: touchpoint!, unit: unit!, day: from!.slice(0, 10) });
  expect(said(await csv(`${all}&interval=day`) as never[], by)).toEqual(recounted);
  expect(said(await csv(`${all}&interval=hour`) as never[], by)).toEqual(recounted);
  const shown = (await odata(`/odata/Scores?$filter=${encodeURIComponent(`programme eq '${PROGRAMME}'`)}&$select=touchpoint,unit,day,promoters,passives,detractors`)) as never[];
  expect(said(shown, place)).toEqual(recounted);
  const { rows } = await sql.query(`SELECT touchpoint, unit, to_char(day, 'YYYY-MM-DD') AS day, promoters, passives, detractors FROM bi.scores WHERE programme = $1`, [PROGRAMME]);
  expect(said(rows, place)).toEqual(recounted);
  expect(Object.keys(recounted).some((key) => key.endsWith(' 1970-01-01'))).toBe(true);
});

test('a branch whose move was told late, while answers flowed, counts below the one region before that day and below the other since', async () => {
  const rows = await stored();
  const regionThen = ({ unit, day }: Row) => (unit === 'odd-first' && day < firstDay ? 'odd-north' : 'odd-south');
  for (const [tree, region] of [['was', regionThen], ['is', () => 'odd-south']] as const) {
    const told = async () => said<Figure & { unit: string }>((await door.scores(`programme=${PROGRAMME}&unit=odd-north,odd-south&groupBy=unit&tree=${tree}`)).data, ({ unit }) => unit);
    await eventually(told, (found) => isDeepStrictEqual(found, counts(rows, region)));
  }
});

test('a cut with a value of its own for every answer: rows for people are refused when they are too many, the file has them all', async () => {
  const refused = await door.get(`/v1/scores?programme=${PROGRAMME}&groupBy=product`);
  expect(refused).toMatchObject({ status: 400, body: { errors: [expect.objectContaining({ field: 'groupBy' })] } });
  const recounted = counts(await stored(), ({ product }) => product);
  expect(said(await csv('groupBy=product') as never[], ({ value }: Record<string, string>) => value!)).toEqual(recounted);
  const { data } = await door.scores(`programme=${PROGRAMME}&product=article-7,article-8&groupBy=product`);
  expect(said<Figure & { value: string }>(data, ({ value }) => value)).toEqual(Object.fromEntries(['article-7', 'article-8'].map((one) => [one, recounted[one]])));
});

test('weights that do not sum to 1 are normalised, and the total says so', async () => {
  const recounted = Object.entries(counts(await stored(), ({ touchpoint }) => touchpoint));
  const sum = Object.values(WEIGHTS).reduce((a, b) => a + b);
  const nps = recounted.reduce((total, [touchpoint, [promoters, passives, detractors]]) =>
    total + ((WEIGHTS[touchpoint as keyof typeof WEIGHTS] / sum) * 100 * (promoters - detractors)) / (promoters + passives + detractors), 0);
  const { status, body } = await door.get(`/v1/scores/total?programme=${PROGRAMME}&unit=odd`);
  expect(status).toBe(200);
  expect(body.data).toEqual([expect.objectContaining({ missing: [], weights: expect.objectContaining({ sum, normalised: true }) })]);
  expect(body.data[0].nps).toBeCloseTo(nps, 9);
});
