import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { createLogger } from '@candor/observability';
import { interactionTopic } from '@candor/contracts';
import { eventually, scratch, type Scratch } from '@candor/testing';
import { KafkaPort, LiveReader, type HeaderBlock } from './index.ts';

let place: Scratch;
let kafka: KafkaPort;

beforeAll(async () => {
  place = await scratch([]);
  kafka = new KafkaPort({ brokers: place.brokers, clientId: 'test', topicPrefix: place.topicPrefix, log: createLogger('test', 'silent') });
});

afterAll(async () => {
  await kafka?.disconnect();
  await place?.dispose();
});

test('a reader that stopped without a word is noticed and replaced, and goes on', async () => {
  const keys: string[] = [];
  const headers: unknown[] = [];
  let restarts = 0;
  const reader = new LiveReader({
    kafka, log: createLogger('test', 'silent'), group: 'silent', topics: [interactionTopic.name], silenceMs: 1500,
    onRestart: () => (restarts += 1),
    onBatch: async ({ records, fetchedOffset }) => {
      headers.push(...records.map((record) => record.headers));
      keys.push(...records.map(({ key }) => String(key)));
      return fetchedOffset + BigInt(records.length);
    },
  });
  const producer = kafka.producer();
  await producer.connect();
  const send = (key: string) => producer.send([{ topic: interactionTopic.name, partition: 0, key, value: '', headers: { ce_id: key } }]);
  reader.start();
  try {
    await send('one');
    await eventually('one', () => keys.includes('one'));
    // As the client does at times: it no longer reads, and says nothing.
    await reader.current!.stop();
    await send('two');
    await eventually('two', () => keys.includes('two'));
    expect(restarts).toBe(1);
    expect(headers.map((block) => (block as HeaderBlock).find('ce_id'))).toEqual(keys);
  } finally {
    await Promise.all([reader.close(), producer.disconnect()]);
  }
});

test('a reader that never gets an answer as it starts is given up for another', async () => {
  const sockets: Socket[] = [];
  const told: string[] = [];
  let mute = true;
  const [host, port] = place.brokers[0]!.split(':');
  const between = createServer((socket) => {
    sockets.push(socket.on('error', () => undefined));
    if (mute) return;
    const beyond = connect(Number(port), host).on('error', () => undefined);
    sockets.push(beyond);
    socket.pipe(beyond).pipe(socket);
  });
  await new Promise<void>((resolve) => between.listen(0, '127.0.0.1', resolve));
  const deaf = new KafkaPort({ brokers: [`127.0.0.1:${(between.address() as AddressInfo).port}`], clientId: 'test', topicPrefix: place.topicPrefix, log: createLogger('test', 'silent') });
  const reader = new LiveReader({
    kafka: deaf, log: createLogger('test', 'warn', { write: (line: string) => void told.push(line) }), group: 'deaf', topics: [interactionTopic.name], startMs: 3000, onBatch: async ({ fetchedOffset }) => fetchedOffset,
  });
  reader.start();
  try {
    await eventually('it is given up', () => told.some((line) => line.includes('not joined within')));
    expect(reader.problem).toBe('is not connected to Kafka');
    mute = false;
    // The first gets its answer at last, and leaves.
    for (const socket of sockets) socket.destroy();
    await eventually('another one joins', () => reader.running);
  } finally {
    await reader.close();
    await deaf.disconnect();
    await eventually('all have left', () => sockets.every(({ destroyed }) => destroyed));
    between.close();
  }
});
