import { eventually, scratch, type Scratch } from '@candor/testing';
import { Controller, type INestApplication } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { ReadinessRegistry } from '@candor/observability';
import { DataSource } from 'typeorm';
import { answers, Recorder, responseTopic, startService } from '../../test/harness.ts';
import { Consumers, ConsumesBatch, Inbox, KafkaPort, Outbox, partitionOf, Republication, Republishers, type Batch, type ConsumerState, type Outgoing, type Receipt, type StartOver } from '../index.ts';
import { encode } from '../outbox/outgoing.ts';

const insert = `INSERT INTO seen (id, revision, consumer) SELECT k, 1, $2 FROM unnest($1::text[]) k WHERE NOT EXISTS (SELECT 1 FROM seen s WHERE s.id = k AND s.consumer = $2)`;

/** Knows what it has. */
@Controller()
class Careful {
  @ConsumesBatch(responseTopic, { consumer: 'careful', again: 'ignores' })
  async take(@Payload() { events, tx }: Batch): Promise<void> {
    await tx.query(insert, [events.map(({ key }) => key), 'careful']);
  }
}

/** Counts, and so must forget before it counts again. (The tests write to partition 0 only.) */
@Controller()
class Counting {
  @ConsumesBatch(responseTopic, { consumer: 'counting', again: 'startsOver' })
  async take(@Payload() batch: Batch | StartOver): Promise<void> {
    if ('startOver' in batch) await batch.tx.query(`DELETE FROM seen WHERE consumer = 'counting' AND revision = $1`, [batch.partition]);
    else await batch.tx.query(`INSERT INTO seen (id, revision, consumer) SELECT unnest($1::text[]), 0, 'counting'`, [batch.events.map(({ key }) => key)]);
  }
}

let place: Scratch;
let writer: INestApplication;
let reader: INestApplication;
/** What the writer's tables hold: answers whose keys all lie in one partition. */
let kept: Outgoing[];

beforeEach(async () => {
  place = await scratch(['ingestion', 'alerting']);
  [writer, reader] = await Promise.all([
    startService({ scratch: place, service: 'ingestion' }),
    startService({ scratch: place, service: 'alerting', controllers: [Recorder, Careful, Counting] }),
  ]);
  kept = [];
  writer.get(Republishers).add({
    topic: responseTopic,
    events: async function* () {
      yield* kept;
    },
  });
});

afterEach(async () => {
  await Promise.all([writer?.close(), reader?.close()]);
  await place?.dispose();
});

const inPartition0 = (prefix: string, count: number): Outgoing[] => {
  return answers(count * 30, prefix).filter(({ data }) => partitionOf((data as { id: string }).id, responseTopic.partitions) === 0).slice(0, count);
};

async function write(prefix: string, count: number, app = writer): Promise<Receipt> {
  const outbox = app.get(Outbox);
  const events = inPartition0(prefix, count);
  kept.push(...events);
  const receipt = await outbox.transaction((tx) => outbox.append(tx, events));
  await outbox.published(receipt);
  return receipt;
}
const countOf = async (consumer: string): Promise<number> =>
  (await reader.get(DataSource).query<{ count: number }[]>('SELECT count(*)::int AS count FROM seen WHERE consumer = $1', [consumer]))[0]!.count;
const eachHas = async (count: number): Promise<boolean> => (await Promise.all(['default', 'careful', 'counting'].map(countOf))).every((found) => found === count);
const stateOf = async (consumer: string): Promise<ConsumerState> =>
  (await reader.get(Consumers).list()).find((state) => state.consumer === consumer && state.partition === 0)!;
const stopped = async (...consumers: string[]): Promise<boolean> => (await Promise.all(consumers.map(stateOf))).every((state) => state.stopped !== null);

test('past a gap a consumer goes on when an operator accepts it, and it is kept who did and why', async () => {
  await write('answer', 20);
  await eventually('20 each', () => eachHas(20));
  const [{ generation, next }] = await writer.get(DataSource).query('SELECT generation, next::int FROM outbox_stream WHERE topic = $1 AND partition = 0', [responseTopic.name]);
  const { headers, key, payload } = encode(inPartition0('after', 1)[0]!, '/candor/ingestion', undefined);
  const producer = reader.get(KafkaPort).producer();
  await producer.connect();
  await producer.send([{ topic: responseTopic.name, partition: 0, key, value: payload, headers: { ...headers, ce_sequence: String(next + 5), ce_generation: generation } }]);
  await producer.disconnect();
  await eventually('it is seen to stand', () => stopped('recorder'));
  const { stopped: stop } = await stateOf('recorder');
  expect(stop).toMatchObject({ kind: 'gap', found: expect.stringContaining(`${next} is missing`), goesOnAt: { offset: '20', generation, number: String(next + 4) } });

  const consumers = reader.get(Consumers);
  await expect(consumers.accept('recorder', responseTopic.name, 1, 'wrong place', 'Dana')).rejects.toMatchObject({ status: expect.any(Number) });
  const accepted = await consumers.accept('recorder', responseTopic.name, 0, 'the disk is gone', 'Dana');
  await eventually('it goes on', async () => (await countOf('default')) === 21);
  expect(await consumers.accepted(10)).toEqual([accepted]);
  expect(accepted).toMatchObject({ kind: 'gap', reason: 'the disk is gone', acceptedBy: 'Dana', from: { offset: '20', number: String(next - 1) }, to: { number: String(next + 4) } });
  expect(await stateOf('recorder')).toMatchObject({ stopped: null, position: { offset: '21', number: String(next + 5) } });
  await expect(consumers.accept('recorder', responseTopic.name, 0, 'again', 'Dana')).rejects.toMatchObject({ status: 409, code: 'CONSUMER.NOT_STOPPED' });
  const { checks } = await reader.get(ReadinessRegistry).check();
  expect(checks['consumer recorder']).toBe('ok');
});

test('a consumer that stands where Kafka has nothing goes on, when that is accepted, at the nearest record there is', async () => {
  await write('answer', 20);
  await eventually('20 each', () => eachHas(20));
  await reader.close();
  const database = new DataSource({ type: 'postgres', url: place.databaseUrl('alerting') });
  await database.initialize();
  await database.query(`UPDATE consumer_offset SET next = 1000 WHERE consumer = 'recorder' AND topic = $1 AND partition = 0`, [responseTopic.name]);
  await database.destroy();
  reader = await startService({ scratch: place, service: 'alerting', controllers: [Recorder, Careful, Counting] });
  await eventually('it stands', () => stopped('recorder'));
  expect(await stateOf('recorder')).toMatchObject({ position: { offset: '1000' }, stopped: { kind: 'range', goesOnAt: { offset: '20' } } });
  await reader.get(Consumers).accept('recorder', responseTopic.name, 0, 'the topic was made anew', 'Dana');
  await write('later', 2);
  await eventually('22 each', () => eachHas(22));
});

test('after a topic was published again, consumers wait for an operator, and then have everything once', async () => {
  const other = await startService({ scratch: place, service: 'ingestion' });
  try {
    const receipt = await write('answer', 20);
    await eventually('20 each', () => eachHas(20));
    // Written, and lost by Kafka before anybody read it.
    kept.push(...inPartition0('lost', 5));
    const done = await writer.get(Republication).republish(responseTopic.name, 'Kafka lost five', 'Dana');
    expect(done).toMatchObject({ topic: responseTopic.name, records: 25, reason: 'Kafka lost five', publishedBy: 'Dana' });
    await eventually('all stand', () => stopped('recorder', 'careful', 'counting'));
    expect((await stateOf('careful')).stopped).toMatchObject({ kind: 'generation', goesOnAt: { generation: done.generation, number: '0' } });

    const consumers = reader.get(Consumers);
    await expect(consumers.accept('recorder', responseTopic.name, 0, 'go on', 'Dana')).rejects.toMatchObject({ status: 409, code: 'CONSUMER.CANNOT_TAKE_AGAIN' });
    for (const name of ['careful', 'counting']) await consumers.accept(name, responseTopic.name, 0, 'published again', 'Dana');
    await eventually('25 each', async () => (await countOf('careful')) === 25 && (await countOf('counting')) === 25);

    // Who waits for what was written before is not left waiting, and another instance still knows the streams that have ended.
    await other.get(Outbox).published(receipt, 2000);
    await expect(write('after', 1, other)).rejects.toMatchObject({ status: 503, code: 'STREAM.RENEWED' });
    await eventually('it knows the new ones', () => write('after-again', 1, other).then(() => true, () => false));
    await write('later', 3);
    for (const name of ['careful', 'counting']) expect(await reader.get(Inbox).caughtUp(responseTopic, name, 10_000)).toBe(true);
    expect({ careful: await countOf('careful'), counting: await countOf('counting'), recorder: await countOf('default') }).toEqual({ careful: 29, counting: 29, recorder: 20 });
  } finally {
    await other.close();
  }
});
