import { responseRecorded, responseTopic, type Contribution, type DataOf } from '@candor/contracts';
import { scopesOf, type Principal } from '@candor/identity';
import { encode, HEADER, KafkaPort, outgoing, type KafkaProducer, type OutgoingRecord } from '@candor/messaging';
import { createLogger } from '@candor/observability';
import { createTestApp, type TestApp } from '@candor/service';
import { eventually, scratch, type Scratch } from '@candor/testing';
import { DataSource } from 'typeorm';
import { ScoringModule } from '../scoring.module.ts';

const PARTITION = 2;
const OLD = '01900000-0000-7000-8000-000000000001';
const NEW = '01900000-0000-7000-8000-000000000002';
const operator: Principal = { subject: 'ada', kind: 'person', name: 'Ada', scopes: scopesOf(['administrator']), units: null, roles: ['administrator'] };

let world: Scratch;
let scoring: TestApp;
let kafka: KafkaPort;
let producer: KafkaProducer;

beforeAll(async () => {
  world = await scratch('scoring');
  scoring = await createTestApp({
    name: 'scoring', consumers: true, tokens: world.tokens,
    module: ScoringModule.forRoot({ DATABASE_URL: world.databaseUrl('scoring'), KAFKA_BROKERS: world.brokers, TOPIC_PREFIX: world.topicPrefix }),
  });
  kafka = new KafkaPort({ brokers: world.brokers, clientId: 'test', topicPrefix: world.topicPrefix, log: createLogger('test', 'silent') });
  producer = kafka.producer();
  await producer.connect();
});
afterAll(async () => {
  await scoring?.close();
  await producer?.disconnect();
  await kafka?.disconnect();
  await world?.dispose();
});

function record(generation: string, number: number, score: number): OutgoingRecord {
  const after: Contribution = { programme: 'transactional', touchpoint: 'visit', path: ['bank', 'north'], day: '2026-11-22', hour: 9, channel: 'email', measure: 'nps', score };
  const change: DataOf<typeof responseRecorded> = { id: `answer-${number}`, revision: 1, before: null, after, answeredAt: '2026-11-22T09:00:00Z', changedAt: '2026-11-22T09:00:00Z' };
  const { key, headers, payload } = encode(outgoing(responseRecorded, change), '/candor/ingestion', undefined);
  return { topic: responseTopic.name, partition: PARTITION, key, value: payload, headers: { ...headers, [HEADER.sequence]: String(number), [HEADER.generation]: generation } };
}

const counted = async (): Promise<unknown> =>
  (await scoring.app.get(DataSource).query(`SELECT c3, c9, version::int FROM cell WHERE key LIKE 'day|%|bank|%'`))[0] ?? {};

test('answers that are told again under a new generation count once, after an operator has accepted it', async () => {
  await producer.send([record(OLD, 1, 9), record(OLD, 2, 9), record(OLD, 3, 3)]);
  await eventually('three are counted', async () => JSON.stringify(await counted()).includes('"c3":1,"c9":2'));
  const before = (await counted()) as { version: number };

  await producer.send([record(NEW, 1, 9), record(NEW, 2, 9), record(NEW, 3, 9), record(NEW, 4, 3)]);
  const standing = async () => (await scoring.call('GET', '/v1/consumers', { as: operator })).body.data.find(({ partition, topic }: { partition: number; topic: string }) => topic === responseTopic.name && partition === PARTITION);
  await eventually('it stands', async () => (await standing())?.stopped?.kind === 'generation');
  expect((await standing()).stopped.found).toContain(`generation ${NEW} is unknown`);
  expect(await counted()).toMatchObject({ c3: 1, c9: 2 });

  const path = `/v1/consumers/cells/${responseTopic.name}/${PARTITION}/accept-gap`;
  expect((await scoring.call('POST', path, { as: { ...operator, scopes: scopesOf(['analyst']) }, body: { reason: 'told again' } })).body).toMatchObject({ status: 403, missing: ['operate'] });
  expect((await scoring.call('POST', path, { as: operator, body: {} })).body.errors).toMatchObject([{ field: 'reason' }]);
  const accepted = await scoring.call('POST', path, { as: operator, body: { reason: 'told again' } });
  expect(accepted).toMatchObject({ status: 200, body: { kind: 'generation', reason: 'told again', acceptedBy: 'Ada', to: { generation: NEW, number: '0' } } });
  await eventually('each counts once', async () => JSON.stringify(await counted()).includes('"c3":1,"c9":3'));
  expect(((await counted()) as { version: number }).version).toBeGreaterThan(before.version);
  expect((await scoring.call('GET', '/v1/consumers/accepted', { as: operator })).body.data).toEqual([accepted.body]);

  // Counted anew from the first record on, both generations included.
  const { body: { id } } = await scoring.call('POST', '/v1/rebuilds', { as: operator, body: { model: 'cells', reason: 'to compare' } });
  const rebuild = async () => (await scoring.call('GET', `/v1/rebuilds/${id}`, { as: operator })).body;
  await eventually('it is counted anew', async () => (await rebuild()).endedAt !== null);
  expect(await rebuild()).toMatchObject({ state: 'swapped', differences: [{ table: 'cell', missing: 0, wrong: 0, surplus: 0 }, { table: 'womi_cell', missing: 0, wrong: 0, surplus: 0 }] });
});
