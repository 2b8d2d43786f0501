import { join } from 'node:path';
import { findProgram, mavenJars, run } from '@candor/stack';
import { checkout } from '@candor/testing';
import { o } from 'odata';
import { enterSharedDoor, type SharedDoor } from './door.ts';
import { eventually } from './front-door.ts';

const here = join(import.meta.dirname, 'bi-clients');
const fetched = join(checkout(), '.stack', 'bi-clients');
const path = process.env['PATH'] ?? '';
const psql = findProgram('psql', path);

let door: SharedDoor;
let total: { n: number; promoters: number; detractors: number; sum: number };
beforeAll(async () => {
  door = await enterSharedDoor();
  await door.put('/v1/units/bi-shop', { name: 'BI shop', parent: null });
  await door.put('/v1/touchpoints/bi-visit', { name: 'BI visit' });
  const scores = Array.from({ length: 33 }, (_, i) => i % 11);
  const posted = await door.ndjson(scores.map((score, i) => ({ id: `bi-${i}`, score, touchpoint: 'bi-visit', unit: 'bi-shop' })));
  expect(posted.body).toMatchObject({ accepted: 33 });
  expect((await door.post('/v1/responses/bi-10/exclude', { reason: 'a test call' })).status).toBe(200);
  const { data: [figure] } = await eventually(() => door.scores('touchpoint=bi-visit&unit=bi-shop'), (body) => body.data[0]?.n === 32);
  const counts = figure.counts as number[];
  total = { n: figure.n, promoters: figure.promoters, detractors: figure.detractors, sum: counts.reduce((sum, count, score) => sum + count * score, 0) };
  await eventually(() => door.get(`/odata/Answers/$count?$filter=unit eq 'bi-shop' and excluded eq false`), ({ body }) => String(body) === '32');
});
afterAll(() => door?.close());

/** Lines `name value...` of a program that was given addresses and secrets in its environment. */
async function asked(env: Record<string, string>): Promise<Record<string, string>> {
  const folder = join(fetched, 'jars');
  await mavenJars({ what: 'the Java clients of the BI tests', pom: join(here, 'pom.xml'), folder, log: join(fetched, 'maven.log'), path });
  const { code, output } = await run('java', ['-cp', join(folder, '*'), join(here, 'BiClients.java')], { timeoutMs: 60_000, env: { PATH: path, ...env } });
  if (code !== 0) throw new Error(`the Java clients ended with ${code}: ${output}`);
  return Object.fromEntries(output.split('\n').map((line) => [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1)]));
}

test('Apache Olingo understands the model and reads every page, JDBC reads the views, and both sum up to what REST says', async () => {
  const { body: user } = await door.post('/v1/bi-users', { name: 'Java', units: ['bi-shop'] });
  const found = await asked({
    ODATA_URL: `${door.url}/odata`, API_KEY: door.apiKey, UNIT: 'bi-shop',
    JDBC_URL: `jdbc:postgresql://${user.host}:${user.port}/${user.database}`, SQL_USER: user.user, SQL_PASSWORD: user.password,
  });
  expect(found['sets']!.split(',').sort()).toEqual(['Answers', 'Cases', 'Decisions', 'RivalScores', 'Scores', 'Switching', 'Touchpoints', 'Units']);
  // 33 answers with the one excluded, seven a page.
  expect(found['odata']).toBe(`5 33 ${total.sum + 10}`);
  expect(found['jdbc']).toBe(`${total.n} ${total.promoters} ${total.detractors}`);
  expect(found['views']!.split(',').sort()).toEqual(['answers', 'cases', 'decisions', 'rival_scores', 'scores', 'switching', 'touchpoints', 'units']);
}, 180_000);

// Debian brings it with its servers; others need not have it.
if (psql) {
  test('psql reads the views, where it is installed', async () => {
    const { body: user } = await door.post('/v1/bi-users', { name: 'psql', units: ['bi-shop'] });
    const { code, output } = await run(psql, ['-X', '-A', '-t', '-c', 'SELECT sum(n), sum(promoters), sum(detractors) FROM bi.scores'], {
      timeoutMs: 20_000, env: { PATH: path, PGHOST: user.host, PGPORT: String(user.port), PGDATABASE: user.database, PGUSER: user.user, PGPASSWORD: user.password },
    });
    expect([code, output]).toEqual([0, [total.n, total.promoters, total.detractors].join('|')]);
  });
}

test('o.js, a client for browsers, filters, orders and counts', async () => {
  const client = o(`${door.url}/odata/`, { headers: { authorization: `Basic ${Buffer.from(`key:${door.apiKey}`).toString('base64')}` } });
  const rows = await client.get('Answers').query({ $filter: `unit eq 'bi-shop' and score ge 9 and excluded eq false`, $orderby: 'score desc,id', $select: 'id,score' }) as { id: string; score: number }[];
  expect(rows).toHaveLength(total.promoters);
  expect(rows[0]).toMatchObject({ score: 10 });
  expect(await client.get(`Units('bi-shop')`).query({ $select: 'name' })).toMatchObject({ name: 'BI shop' });
});
