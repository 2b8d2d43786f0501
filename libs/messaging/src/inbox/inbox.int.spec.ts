import { interaction, interactionTopic } from '@candor/contracts';
import { eventually, scratch, type Scratch } from '@candor/testing';
import { Controller, type INestApplication } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { createLogger, ReadinessRegistry } from '@candor/observability';
import { DataSource } from 'typeorm';
import { answers, Recorder, responseTopic, startService } from '../../test/harness.ts';
import { ConsumesBatch, DeadLetters, Inbox, KafkaPort, Outbox, type Batch, type OutgoingRecord } from '../index.ts';
import { encode, outgoing } from '../outbox/outgoing.ts';
import { Consumer } from './consumer.ts';
import { Handlers } from './handlers.ts';

/** What the handlers of this file are to fail on. */
const faults = { transient: 0, poison: new Set<string>() };

@Controller()
class Fussy {
  @ConsumesBatch(responseTopic, { consumer: 'fussy' })
  async take(@Payload() { events, tx }: Batch): Promise<void> {
    for (const { key } of events) await tx.query(`INSERT INTO seen (id, revision, consumer) VALUES ($1, 1, 'fussy')`, [key]);
    if (faults.transient-- > 0) throw Object.assign(new Error('the other side is away'), { code: 'ECONNREFUSED' });
    const poison = events.find(({ key }) => faults.poison.has(key));
    if (poison) throw new Error(`cannot take ${poison.key}`);
  }

  @ConsumesBatch(interactionTopic, { consumer: 'interactions' })
  async interact(@Payload() { events, tx }: Batch): Promise<void> {
    for (const { id } of events) await tx.query(`INSERT INTO seen (id, revision, consumer) VALUES ($1, 1, 'interactions')`, [id]);
  }
}

const REST_MS = 3000;

@Controller()
class Restful {
  readonly batches: string[][] = [];

  @ConsumesBatch(interactionTopic, { consumer: 'restful', pace: REST_MS })
  async rest(@Payload() { events }: Batch): Promise<void> {
    this.batches.push(events.map(({ id }) => id));
  }
}

let place: Scratch;
let writer: INestApplication;
let reader: INestApplication;

beforeEach(async () => {
  Object.assign(faults, { transient: 0, poison: new Set() });
  place = await scratch(['ingestion', 'alerting', 'dispatch']);
  [writer, reader] = await Promise.all([
    startService({ scratch: place, service: 'ingestion' }),
    startService({ scratch: place, service: 'alerting', controllers: [Recorder, Fussy] }),
  ]);
});

afterEach(async () => {
  await Promise.all([writer?.close(), reader?.close()]);
  await place?.dispose();
});

const write = async (count: number, prefix?: string): Promise<void> => {
  const outbox = writer.get(Outbox);
  await outbox.published(await outbox.transaction((tx) => outbox.append(tx, answers(count, prefix))));
};
const idsOf = async (consumer: string): Promise<string[]> =>
  (await reader.get(DataSource).query<{ id: string }[]>('SELECT id FROM seen WHERE consumer = $1 ORDER BY id', [consumer])).map(({ id }) => id);

async function send(...records: OutgoingRecord[]): Promise<void> {
  const producer = reader.get(KafkaPort).producer();
  await producer.connect();
  await producer.send(records);
  await producer.disconnect();
}

const visit = (id: string, change: Partial<OutgoingRecord> = {}): OutgoingRecord => {
  const { headers, payload } = encode(outgoing(interaction, interaction.sample as never), '/crm', undefined);
  return { topic: interactionTopic.name, partition: 0, key: id, value: payload, headers: { ...headers, ce_id: id }, ...change };
};

test('what comes one by one while a consumer rests is one transaction afterwards', async () => {
  const resting = await startService({ scratch: place, service: 'dispatch', controllers: [Restful] });
  const producer = reader.get(KafkaPort).producer();
  await producer.connect();
  try {
    const { batches } = resting.get(Restful);
    await producer.send([visit('first')]);
    await eventually('the first', () => batches.length === 1);
    for (const id of ['second', 'third', 'fourth']) await producer.send([visit(id)]);
    await eventually('the last', () => batches.flat().length === 4);
    expect(batches).toEqual([['first'], ['second', 'third', 'fourth']]);
  } finally {
    await producer.disconnect();
    await resting.close();
  }
});

test('a record that is no event is put aside, and its neighbours are processed', async () => {
  await send(visit('one'), visit('broken', { value: '{"touchpoint":' }), visit('plain', { headers: {} }), visit('bytes', { value: Buffer.from([0xff, 0x00, 0xfe]) }), visit('two'));
  await eventually('the neighbours', async () => (await idsOf('interactions')).length === 2);
  expect(await idsOf('interactions')).toEqual(['one', 'two']);
  const letters = reader.get(DeadLetters);
  const waiting = await letters.list({ limit: 10 });
  expect(waiting.map(({ consumer, kind, offset, reason }) => ({ consumer, kind, offset, reason }))).toEqual([
    { consumer: 'interactions', kind: 'malformed', offset: '1', reason: 'the value is not JSON' },
    { consumer: 'interactions', kind: 'malformed', offset: '2', reason: 'no CloudEvent: the header ce_specversion is missing' },
    { consumer: 'interactions', kind: 'malformed', offset: '3', reason: 'the value is not JSON' },
  ]);
  expect(await letters.get(waiting[0]!.id)).toMatchObject({ key: 'broken', value: '{"touchpoint":', headers: { ce_id: 'broken' } });
  expect(await letters.get(waiting[2]!.id)).toMatchObject({ value: 'base64:/wD+' });
  await expect(letters.replay(waiting[0]!.id)).rejects.toMatchObject({ status: 422, code: 'DEADLETTER.MALFORMED' });
});

test('while something is away the batch is tried again, and counts once', async () => {
  faults.transient = 3;
  await write(50);
  await eventually('all of them', async () => (await idsOf('fussy')).length === 50);
  expect(await reader.get(DeadLetters).list({ limit: 10 })).toEqual([]);
  expect(faults.transient).toBeLessThan(0);
});

test('an event that its handler cannot take is put aside alone; replayed, it is processed once', async () => {
  faults.poison = new Set(['answer-7', 'answer-23']);
  await write(60);
  await eventually('the others', async () => (await idsOf('fussy')).length === 58);
  const letters = reader.get(DeadLetters);
  const waiting = await letters.list({ consumer: 'fussy', limit: 10 });
  expect(waiting.map(({ kind, reason }) => ({ kind, reason })).sort((a, b) => a.reason.localeCompare(b.reason))).toEqual([
    { kind: 'failed', reason: 'Error: cannot take answer-23' }, { kind: 'failed', reason: 'Error: cannot take answer-7' },
  ]);
  const [first] = waiting;
  await expect(letters.replay(first!.id)).rejects.toMatchObject({ status: 422, code: 'DEADLETTER.FAILED' });
  expect(await idsOf('fussy')).toHaveLength(58);

  faults.poison.clear();
  expect(await letters.replay(first!.id)).toMatchObject({ value: null, replayedAt: expect.any(String) });
  await expect(letters.replay(first!.id)).rejects.toMatchObject({ status: 409 });
  expect(await idsOf('fussy')).toHaveLength(59);
  expect(await letters.list({ limit: 10 })).toHaveLength(1);
  expect(await letters.list({ limit: 10, replayed: true })).toHaveLength(2);
  await expect(letters.get('01938a4e-6f10-7c3a-9d50-0a4b1c2d3e4f')).rejects.toMatchObject({ status: 404 });
});

test('what one fetch brings of several partitions is applied in one transaction', async () => {
  await write(1);
  await eventually('the first', async () => (await idsOf('fussy')).length === 1);
  await write(300, 'burst');
  await eventually('all of them', async () => (await idsOf('fussy')).length === 301);
  const [written] = await reader.get(DataSource).query<{ transactions: number; partitions: number }[]>(`
    SELECT count(DISTINCT xmin::text)::int AS transactions, (SELECT count(*)::int FROM consumer_offset WHERE consumer = 'fussy' AND next > 1) AS partitions
    FROM seen WHERE consumer = 'fussy' AND id LIKE 'burst%'`);
  expect(written!.partitions).toBe(6);
  expect(written!.transactions).toBeLessThan(written!.partitions);
});

test('two instances that read the same partitions apply every event once', async () => {
  const log = createLogger('second', 'silent');
  const handlers = reader.get(Handlers, { strict: false }).of('recorder');
  // Another group, so that Kafka gives both all partitions: as when an instance does not know yet that its partitions were taken from it.
  const second = new Consumer({ group: 'zombie', consumer: 'recorder', handlers, dataSource: reader.get(DataSource), kafka: reader.get(KafkaPort), log, onCommit: () => undefined });
  second.start();
  try {
    await eventually('the second reads', () => second.problem === undefined);
    for (let round = 0; round < 20; round++) await write(100, `round-${round}`);
    expect(await reader.get(Inbox).caughtUp(responseTopic, 'recorder', 20_000)).toBe(true);
    const ids = await idsOf('default');
    expect({ noted: ids.length, distinct: new Set(ids).size }).toEqual({ noted: 2000, distinct: 2000 });
    expect(second.problem).toBeUndefined();
  } finally {
    await second.close();
  }
});

test('a gap in the numbers stops the consumer, and readiness says where', async () => {
  await write(50);
  await eventually('all of them', async () => (await idsOf('default')).length === 50);
  const [{ generation, next }] = await writer.get(DataSource).query('SELECT generation, next::int FROM outbox_stream WHERE topic = $1 AND partition = 0', [responseTopic.name]);
  const [event] = answers(1, 'after-the-gap');
  const { headers, key, payload } = encode(event!, '/candor/ingestion', undefined);
  await send({ topic: responseTopic.name, partition: 0, key, value: payload, headers: { ...headers, ce_sequence: String(next + 1), ce_generation: generation } });
  const registry = reader.get(ReadinessRegistry);
  // Every consumer of the topic meets the gap, each at its own moment.
  await eventually('it says so', async () => (await registry.check()).checks['consumer recorder']?.includes(`${next} is missing`) ?? false);
  const { ready, checks } = await registry.check();
  expect(ready).toBe(false);
  expect(checks['consumer interactions']).toBe('ok');
  expect(await idsOf('default')).toHaveLength(50);
});

test('a stored offset that Kafka does not have stops the consumer, instead of beginning anew', async () => {
  await write(10);
  await eventually('all of them', async () => (await idsOf('default')).length === 10);
  await reader.close();
  const database = new DataSource({ type: 'postgres', url: place.databaseUrl('alerting') });
  await database.initialize();
  await database.query(`UPDATE consumer_offset SET next = 1000 WHERE consumer = 'recorder' AND topic = $1 AND partition = 2`, [responseTopic.name]);
  await database.destroy();
  reader = await startService({ scratch: place, service: 'alerting', controllers: [Recorder] });
  const registry = reader.get(ReadinessRegistry);
  await eventually('it says so', async () => (await registry.check()).checks['consumer recorder']?.includes('offset 1000') ?? false);
  expect(await idsOf('default')).toHaveLength(10);
});

test('a consumer goes on where it was, after its process ended and after Kafka forgot its group', async () => {
  await write(30, 'before');
  await eventually('30', async () => (await idsOf('default')).length === 30);
  await reader.close();
  const kafka = new KafkaPort({ brokers: place.brokers, clientId: 'test', topicPrefix: place.topicPrefix, log: createLogger('test', 'silent') });
  await kafka.deleteGroup('candor-alerting-recorder');
  await kafka.disconnect();
  await write(30, 'meanwhile');
  reader = await startService({ scratch: place, service: 'alerting', controllers: [Recorder] });
  await eventually('60', async () => (await idsOf('default')).length === 60);
  expect(new Set(await idsOf('default')).size).toBe(60);
});

test('after the database was restored from a backup, a consumer goes back at once, although nothing new arrives', async () => {
  await write(30);
  await eventually('30', async () => (await idsOf('default')).length === 30);
  const database = reader.get(DataSource);
  const backup = await database.query('SELECT * FROM consumer_offset WHERE consumer = $1', ['recorder']);
  await write(40, 'after-the-backup');
  await eventually('70', async () => (await idsOf('default')).length === 70);
  // As it ends it tells Kafka how far it is.
  await reader.close();
  const restored = new DataSource({ type: 'postgres', url: place.databaseUrl('alerting') });
  await restored.initialize();
  await restored.query(`DELETE FROM seen WHERE consumer = 'default' AND id LIKE 'after-the-backup%'`);
  for (const { topic, partition, next, number } of backup) {
    await restored.query(`UPDATE consumer_offset SET next = $1, number = $2 WHERE consumer = 'recorder' AND topic = $3 AND partition = $4`, [next, number, topic, partition]);
  }
  await restored.destroy();
  reader = await startService({ scratch: place, service: 'alerting', controllers: [Recorder] });
  await eventually('70 again', async () => (await idsOf('default')).length === 70);
  expect(new Set(await idsOf('default')).size).toBe(70);
});
