import { readFileSync } from 'node:fs';
import { responseRecorded, responseTopic, TOPICS, type Contribution, type DataOf } from '@candor/contracts';
import { declaredRoutes, undeclaredRoutes } from '@candor/http';
import { scopesOf, type Principal } from '@candor/identity';
import { encode, HEADER, KafkaBatchServer, outgoing, putAside } from '@candor/messaging';
import { createTestApp, type TestApp } from '@candor/service';
import { scratch, type Scratch } from '@candor/testing';
import { DataSource } from 'typeorm';
import { CONSUMER } from './fold/write-cells.ts';
import { ScoringModule } from './scoring.module.ts';

let world: Scratch;
let scoring: TestApp;
const administrator: Principal = { subject: 'ada', kind: 'person', name: 'Ada', scopes: scopesOf(['administrator']), units: null, roles: ['administrator'] };

beforeAll(async () => {
  world = await scratch('scoring');
  scoring = await createTestApp({
    name: 'scoring', consumers: true, tokens: world.tokens,
    module: ScoringModule.forRoot({ DATABASE_URL: world.databaseUrl('scoring'), KAFKA_BROKERS: world.brokers, TOPIC_PREFIX: world.topicPrefix }),
  });
});
afterAll(async () => {
  await scoring?.close();
  await world?.dispose();
});

test('every route says whom it is for, and dead letters are for operators only', async () => {
  expect(undeclaredRoutes(scoring.app)).toEqual([]);
  const open = declaredRoutes(scoring.app).filter(({ access }) => access && 'public' in access).map(({ url }) => url);
  expect(open.filter((url) => !/^\/(health|metrics|internal)/.test(url))).toEqual([]);
  expect((await scoring.call('GET', '/v1/dead-letters')).status).toBe(401);
  expect((await scoring.call('GET', '/v1/dead-letters', { as: { ...administrator, scopes: scopesOf(['analyst']) } })).body).toMatchObject({ status: 403, missing: ['operate'] });
  expect((await scoring.call('GET', '/v1/dead-letters?colour=red', { as: administrator })).body.errors).toEqual([{ field: 'colour', message: expect.any(String) }]);
});

test('the canvas names exactly the topics that are published and subscribed', () => {
  const canvas = readFileSync(new URL('../CANVAS.md', import.meta.url), 'utf8');
  const named = (row: string) => new Set([...(new RegExp(`^\\| ${row} \\|.*$`, 'm').exec(canvas)![0].matchAll(/nps\.\w+\.v\d+/g))].map(([name]) => name));
  const handled = [...scoring.app.get(KafkaBatchServer).getHandlers().keys()].map((pattern) => pattern.split(':')[1]);
  expect(named('Subscribes')).toEqual(new Set(handled));
  expect(named('Publishes')).toEqual(new Set(TOPICS.filter(({ owner }) => owner === 'scoring').map(({ name }) => name)));
});

test('a dead letter that is replayed moves its cells once, and no offset', async () => {
  const database = scoring.app.get(DataSource);
  const after: Contribution = { programme: 'transactional', touchpoint: 'late', path: ['bank', 'north'], day: '2026-11-22', hour: 9, channel: 'email', measure: 'nps', score: 4 };
  const change: DataOf<typeof responseRecorded> = { id: 'late-1', revision: 1, before: null, after, answeredAt: '2026-11-22T09:00:00Z', changedAt: '2026-11-22T09:00:00Z' };
  const { key, headers, payload } = encode(outgoing(responseRecorded, change), '/candor/ingestion', undefined);
  await putAside(database, { consumer: CONSUMER, topic: responseTopic.name, partition: 1 }, [{
    kind: 'failed', reason: 'the release of yesterday could not take it',
    record: { key: Buffer.from(key), value: Buffer.from(payload!), headers: { ...headers, [HEADER.sequence]: '1', [HEADER.generation]: 'g' }, offset: '0', timestamp: '1795348800000' },
  }]);
  const { data } = (await scoring.call('GET', '/v1/dead-letters', { as: administrator })).body;
  const replay = () => scoring.call('POST', `/v1/dead-letters/${data[0].id}/replay`, { as: administrator });
  const answers = await Promise.all([replay(), replay()]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  const cells = await database.query(`SELECT split_part(key, '|', 1) AS span, split_part(key, '|', 5) AS unit, c4 FROM cell WHERE key LIKE '%|late|%' ORDER BY 1, 2`);
  expect(cells).toEqual([{ span: 'day', unit: 'bank', c4: 1 }, { span: 'day', unit: 'north', c4: 1 }, { span: 'hour', unit: 'north', c4: 1 }]);
  expect(await database.query('SELECT next FROM consumer_offset WHERE topic = $1 AND partition = 1', [responseTopic.name])).not.toEqual([{ next: '1' }]);
});
