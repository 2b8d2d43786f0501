import { scratch, testServers, type Scratch } from '@candor/testing';
import pg from 'pg';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createDataSource, int2Array, int4Array, int8Array, migrate, provision, textArray } from './index.ts';

let place: Scratch;
const clients: pg.Client[] = [];

async function connected(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  clients.push(client);
  await client.connect();
  return client;
}

beforeAll(async () => {
  place = await scratch(['alerting', 'dispatch']);
});

afterAll(async () => {
  await Promise.all(clients.map((client) => client.end()));
  await place?.dispose();
});

test('provisioning twice, and twice at once, ends as provisioning once, and leaves another installation on the server alone', async () => {
  const { databaseAdminUrl } = testServers();
  const database = `provision_${process.pid}_${Date.now()}`;
  const neighbour = { database: `${database}_n`, passwords: { 'test-one': 'another' } };
  const wish = { database, passwords: { 'test-one': 'p@ss/word', 'test-two': 'x' } };
  const admin = await connected(databaseAdminUrl);
  try {
    const [urls] = await Promise.all([provision(databaseAdminUrl, wish), provision(databaseAdminUrl, wish)]);
    await provision(databaseAdminUrl, wish);
    await provision(databaseAdminUrl, neighbour);
    const one = new pg.Client({ connectionString: urls['test-one'] });
    await one.connect();
    const { rows } = await one.query('SELECT current_user AS who, current_schema() AS schema');
    expect(rows).toEqual([{ who: `${database}_test_one`, schema: 'test-one' }]);
    await expect(one.query('CREATE TABLE public.mine (id int)')).rejects.toThrow('permission denied');
    await expect(one.query('CREATE TABLE "test-two".mine (id int)')).rejects.toThrow('permission denied');
    await one.end();
  } finally {
    for (const name of [database, neighbour.database]) await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await admin.query(`DROP ROLE IF EXISTS ${database}_test_one, ${database}_test_two, ${neighbour.database}_test_one`);
  }
});

class CountRuns1767225600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE runs (id int)');
    await runner.query('SELECT pg_sleep(0.2)');
    await runner.query('INSERT INTO runs VALUES (1)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE runs');
  }
}

test('of several instances that start at once, one migrates and the others wait for it', async () => {
  const url = place.databaseUrl('dispatch');
  const sources = [1, 2, 3].map(() => createDataSource({ url, schema: 'dispatch', entities: [], migrations: [CountRuns1767225600000] }));
  await Promise.all(sources.map((source) => source.initialize()));
  try {
    await Promise.all(sources.map((source) => migrate(source, url, 'dispatch')));
    expect(await sources[0]!.query('SELECT * FROM dispatch.runs')).toEqual([{ id: 1 }]);
  } finally {
    await Promise.all(sources.map((source) => source.destroy()));
  }
});

test('binary arrays arrive as they are', async () => {
  const client = await connected(place.databaseUrl('alerting'));
  const texts = ['', 'a"b\\c{},', 'שלום 👋', null, 'x'.repeat(10_000)];
  const { rows } = await client.query('SELECT $1::int2[] AS two, $2::int4[] AS four, $3::int8[] AS eight, $4::text[] AS texts, $5::text[] AS none', [
    int2Array([-32768, 0, 32767]), int4Array(Int32Array.of(-1, 2147483647)), int8Array([9007199254740993n, -1n]), textArray(texts), textArray([]),
  ]);
  expect(rows).toEqual([{ two: [-32768, 0, 32767], four: [-1, 2147483647], eight: ['9007199254740993', '-1'], texts, none: [] }]);
});
