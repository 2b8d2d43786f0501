import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { responseRecorded, responseTopic, type Contribution, type DataOf } from '@candor/contracts';
import { DatabaseModule } from '@candor/database';
import { encode, HEADER, KafkaPort, MessagingModule, outgoing, partitionOf, type KafkaProducer, type OutgoingRecord } from '@candor/messaging';
import { createLogger } from '@candor/observability';
import { createTestApp, type TestApp } from '@candor/service';
import { runChild, scratch, type Child, type Scratch } from '@candor/testing';
import { Module } from '@nestjs/common';
import pg from 'pg';
import { databaseOptions } from './data-source.ts';
import { CellWriter } from './fold/cell-writer.ts';
import { CountChangesConsumer } from './fold/count-changes.consumer.ts';
import { ReplayedChanges } from './fold/replayed-changes.ts';
import { StartOverSource } from './fold/start-over.ts';
import { CellPublisher } from './publication/cell-publisher.ts';
import { CellStore } from './publication/cell-store.ts';

let world: Scratch;
let kafka: KafkaPort;
let producer: KafkaProducer;
let pool: pg.Pool;
const numbers = new Map<number, number>();
const children: Child[] = [];
const apps: TestApp[] = [];

beforeEach(async () => {
  numbers.clear();
  world = await scratch('scoring');
  kafka = new KafkaPort({ brokers: world.brokers, clientId: 'scoring-test', topicPrefix: world.topicPrefix, log: createLogger('test', 'silent') });
  producer = kafka.producer();
  await producer.connect();
  pool = new pg.Pool({ connectionString: world.databaseUrl('scoring'), max: 1 });
});

afterEach(async () => {
  await Promise.all([...children.splice(0).map((child) => child.signal('SIGKILL')), ...apps.splice(0).map((app) => app.close())]);
  await pool.end();
  await producer.disconnect();
  await kafka.disconnect();
  await world.dispose();
});

/** The service as it runs, in a process of its own. */
async function service(): Promise<Child> {
  const child = runChild(join(import.meta.dirname, 'main.ts'), {
    DATABASE_URL: world.databaseUrl('scoring'), KAFKA_BROKERS: world.kafkaBrokers, TOPIC_PREFIX: world.topicPrefix, REDIS_URL: world.redisUrl,
    TOKEN_JWKS: world.tokens.jwksJson, PUBLIC_URL: 'http://localhost:8080',
  });
  children.push(child);
  await child.line(/listening/, 40_000);
  return child;
}

/** An instance that Kafka gives the same partitions: as one that does not know yet that they were taken from it. */
async function instance(groupPrefix: string): Promise<void> {
  @Module({
    imports: [
      DatabaseModule.forRoot(databaseOptions(world.databaseUrl('scoring'))),
      MessagingModule.forRoot({ service: 'scoring', brokers: world.brokers, topicPrefix: world.topicPrefix, groupPrefix }),
    ],
    controllers: [CountChangesConsumer],
    providers: [CellWriter, CellPublisher, CellStore, ReplayedChanges, StartOverSource],
  })
  class Instance {}
  apps.push(await createTestApp({ name: 'scoring', consumers: true, tokens: world.tokens, module: Instance }));
}

const place: Contribution = { programme: 'transactional', touchpoint: 'visit', path: ['bank', 'north', 'haifa-1'], day: '2026-11-22', hour: 14, channel: 'email', measure: 'nps', score: 9 };

function recorded(score: number): OutgoingRecord {
  const change: DataOf<typeof responseRecorded> = { id: randomUUID(), revision: 1, before: null, after: { ...place, score }, answeredAt: '2026-11-22T12:00:00Z', changedAt: '2026-11-22T12:00:00Z' };
  const { key, headers, payload } = encode(outgoing(responseRecorded, change), '/candor/test', undefined);
  const partition = partitionOf(key, responseTopic.partitions);
  const number = (numbers.get(partition) ?? 0) + 1;
  numbers.set(partition, number);
  return { topic: responseTopic.name, partition, key, value: payload, headers: { ...headers, [HEADER.sequence]: String(number), [HEADER.generation]: 'g1' } };
}

const scoreOf = (i: number) => (i * 7) % 11;
const COUNT = 10_000;
const expected = Array.from({ length: COUNT }, (_, i) => scoreOf(i)).reduce((counts, score) => counts.with(score, counts[score]! + 1), new Array<number>(11).fill(0));

async function send(paceMs: number): Promise<void> {
  for (let i = 0; i < COUNT; i += 100) {
    await producer.send(Array.from({ length: 100 }, (_, j) => recorded(scoreOf(i + j))));
    await new Promise((resolve) => setTimeout(resolve, paceMs));
  }
}

async function counts(): Promise<number[]> {
  const { rows } = await pool.query(`SELECT ${Array.from({ length: 11 }, (_, i) => `coalesce(sum(c${i}), 0)::int AS c${i}`).join(', ')} FROM cell WHERE key LIKE 'day|%|bank|%'`);
  return Object.values(rows[0]!) as number[];
}

async function everyAnswerOnce(): Promise<void> {
  for (const end = Date.now() + 60_000; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 50))) {
    const { rows } = await pool.query<{ done: string }>(`SELECT coalesce(sum(next), 0) AS done FROM consumer_offset WHERE topic = $1`, [responseTopic.name]);
    if (Number(rows[0]!.done) === COUNT) break;
  }
  expect(await counts()).toEqual(expected);
}

test('killed twice while answers flow in and started again, it has counted every answer once', async () => {
  const first = await service();
  const flowing = send(60);
  await new Promise((resolve) => setTimeout(resolve, 1500));
  await first.signal('SIGKILL');
  const second = await service();
  await new Promise((resolve) => setTimeout(resolve, 1500));
  await second.signal('SIGKILL');
  await service();
  await flowing;
  await everyAnswerOnce();
}, 150_000);

test('two instances on the same partitions count every answer once', async () => {
  await Promise.all([instance('one-'), instance('two-')]);
  await send(15);
  await everyAnswerOnce();
}, 90_000);
