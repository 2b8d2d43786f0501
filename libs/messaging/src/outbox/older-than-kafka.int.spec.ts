import { PG_POOL } from '@candor/database';
import { eventually, scratch, type Scratch } from '@candor/testing';
import { visitStarted, visitTopic, wordsTopic, wordsWritten, type DataOf } from '@candor/contracts';
import { ReadinessRegistry } from '@candor/observability';
import { Controller, type INestApplication } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { DataSource } from 'typeorm';
import { answers, responseTopic, startService } from '../../test/harness.ts';
import { Consumers, ConsumesBatch, KafkaPort, Outbox, outgoing, Republication, Republishers, Streams, type Batch, type Outgoing } from '../index.ts';
import { olderThanKafka } from './older-than-kafka.ts';

/** Keeps one row per answer. */
@Controller()
class Keeper {
  @ConsumesBatch(responseTopic, { consumer: 'keeper', again: 'ignores' })
  async take(@Payload() { events, tx }: Batch): Promise<void> {
    await tx.query('INSERT INTO seen (id, revision) SELECT k, 1 FROM unnest($1::text[]) k WHERE NOT EXISTS (SELECT 1 FROM seen s WHERE s.id = k)', [events.map(({ key }) => key)]);
  }
}

let place: Scratch;
let writer: INestApplication;
let reader: INestApplication | undefined;
/** What the writer's own tables hold. */
let kept: Outgoing[];

beforeEach(async () => {
  place = await scratch(['ingestion', 'alerting']);
  kept = [];
  await start();
});

afterEach(async () => {
  await Promise.all([writer?.close(), reader?.close()]);
  reader = undefined;
  await place?.dispose();
});

async function start(relay = true): Promise<void> {
  writer = await startService({ scratch: place, service: 'ingestion', relay, leaseMs: 1000 });
  writer.get(Republishers).add({
    topic: responseTopic,
    events: async function* () {
      yield* kept;
    },
  });
}

/** Ends the service, does something to its database meanwhile, and starts it again. */
async function meanwhile(change: (database: DataSource) => Promise<void>): Promise<void> {
  await writer.close();
  await start(false);
  await change(writer.get(DataSource));
  await writer.close();
  await start();
}

async function write(events: Outgoing[], patience = 5000): Promise<void> {
  const outbox = writer.get(Outbox);
  const receipt = await outbox.transaction((tx) => outbox.append(tx, events));
  kept.push(...events);
  if (patience > 0) await outbox.published(receipt, patience);
}

const TABLES = ['outbox_stream', 'outbox_relay', 'outbox'];
type Backup = Record<string, unknown>[][];
const backup = (): Promise<Backup> => Promise.all(TABLES.map((table) => writer.get(DataSource).query<Record<string, unknown>[]>(`SELECT * FROM ${table}`)));
async function restore(database: DataSource, saved: Backup): Promise<void> {
  await database.query('TRUNCATE outbox, outbox_relay, outbox_stream');
  for (const [index, table] of TABLES.entries()) {
    await database.query(`INSERT INTO ${table} ${table === 'outbox_stream' ? 'OVERRIDING SYSTEM VALUE ' : ''}SELECT * FROM jsonb_populate_recordset(NULL::${table}, $1)`, [JSON.stringify(saved[index])]);
  }
}

const relayProblem = async (): Promise<string> => (await writer.get(ReadinessRegistry).check()).checks['outbox relay'] ?? 'none';
const inKafka = async (topic: string): Promise<number> => (await writer.get(KafkaPort).offsets(topic)).reduce((sum, { high }) => sum + Number(high), 0);
const seen = async (): Promise<number> => Number((await reader!.get(DataSource).query<{ count: string }[]>('SELECT count(*) FROM seen'))[0]!.count);
const words = (): Outgoing[] => [outgoing(wordsWritten, wordsWritten.sample as DataOf<typeof wordsWritten>) as Outgoing];

/** The reader's operator accepts the new generation where it stands. */
async function letIn(count: number): Promise<void> {
  const consumers = reader!.get(Consumers);
  await eventually('the reader has everything', async () => {
    for (const { partition, stopped } of await consumers.list()) if (stopped) await consumers.accept('keeper', responseTopic.name, partition, 'restored', 'Dana').catch(() => undefined);
    return (await seen()) === count;
  });
}

test('a relay whose database is older than Kafka publishes nothing of the topic, says what to do, and goes on once that was done', async () => {
  await write(answers(50, 'kept'));
  const saved = await backup();
  reader = await startService({ scratch: place, service: 'alerting', controllers: [Keeper] });
  await write(answers(30, 'lost'));
  await eventually('80 read', async () => (await seen()) === 80);
  kept.length = 50;
  // More is written before a relay leads than was lost: the counters alone tell nothing.
  await meanwhile(async (database) => {
    await restore(database, saved);
    await write(answers(50, 'since'), 0);
  });
  await eventually('it says so', async () => (await relayProblem()).includes('older than Kafka'));
  expect(await relayProblem()).toMatch(/nps\.response\.v1 is not published: .* Kafka has number \d+ of generation .*, this database has published up to \d+; publish the topic again: npm run streams -- republish ingestion nps\.response\.v1 "restored", or POST \/v1\/streams\/ingestion\/nps\.response\.v1\/republish$/);
  const before = await inKafka(responseTopic.name);
  await expect(write(answers(1, 'waits'), 300)).rejects.toMatchObject({ status: 503 });
  // What is not in doubt goes on.
  const outbox = writer.get(Outbox);
  await outbox.published(await outbox.transaction((tx) => outbox.append(tx, words())));
  expect([await inKafka(responseTopic.name), (await relayProblem()).includes(wordsTopic.name)]).toEqual([before, false]);

  expect((await writer.get(Republication).republish(responseTopic.name, 'restored', 'Dana')).records).toBe(101);
  await eventually('ready again', async () => (await relayProblem()) === 'ok');
  await letIn(131);
});

test('what was sent and not marked is no sign of an older database, and looking costs a takeover milliseconds', async () => {
  await writer.close();
  await start(false);
  await write(answers(50, 'answer'), 0);
  const unsent = await backup();
  await writer.close();
  await start();
  await eventually('50 are in Kafka', async () => (await inKafka(responseTopic.name)) === 50);
  // As a crash of relay and server leaves it: the mark is gone, the rows are there.
  await meanwhile((database) => restore(database, unsent));
  await eventually('sent again', async () => (await writer.get(DataSource).query('SELECT 1 FROM outbox LIMIT 1')).length === 0);
  expect(await relayProblem()).toBe('ok');
  await write(answers(1, 'more'));
  expect(await inKafka(responseTopic.name)).toBe(101);

  const database = writer.get(DataSource);
  const streams = await Streams.open(writer.get(PG_POOL), 'ingestion');
  const store = { waiting: async () => undefined };
  const rows = await database.query<{ stream: number; sent: string; kafka_end: string | null }[]>('SELECT * FROM outbox_relay');
  const port = writer.get(KafkaPort);
  for (const [which, known] of [['nothing to read', true], ['every stream read', false], ['nothing to read', true]] as const) {
    let read = 0;
    const kafka: Pick<KafkaPort, 'offsets' | 'records'> = { offsets: (topic) => port.offsets(topic), records: (places) => ((read = places.length), port.records(places)) };
    const begun = performance.now();
    const marked = new Map(rows.map(({ stream, sent, kafka_end }) => [stream, { sent: BigInt(sent), end: known && kafka_end !== null ? BigInt(kafka_end) : null }]));
    expect(await olderThanKafka(kafka, store, streams, marked)).toEqual([]);
    process.stdout.write(`compared ${streams.size} streams with Kafka, ${which}: ${(performance.now() - begun).toFixed(0)} ms\n`);
    expect(read > 0).toBe(!known);
  }
});

test('a topic that no table keeps begins anew with what was not sent yet, also at the word of an instance that does not publish', async () => {
  const visit = () => [outgoing(visitStarted, visitStarted.sample as DataOf<typeof visitStarted>) as Outgoing];
  const outbox = (): Outbox => writer.get(Outbox);
  const saved = await backup();
  await outbox().published(await outbox().transaction((tx) => outbox().append(tx, visit())));
  await meanwhile((database) => restore(database, saved));
  await eventually('it says so', async () => (await relayProblem()).includes(`${visitTopic.name} is not published`));
  await outbox().transaction((tx) => outbox().append(tx, [...visit(), ...visit()]));
  const other = await startService({ scratch: place, service: 'ingestion', relay: false });
  expect((await other.get(Republication).republish(visitTopic.name, 'restored', 'Dana')).records).toBe(2);
  await other.close();
  await eventually('both are published', async () => (await inKafka(visitTopic.name)) === 3);
  await eventually('ready again', async () => (await relayProblem()) === 'ok');
});
