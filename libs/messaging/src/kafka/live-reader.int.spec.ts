import { createLogger } from '@candor/observability';
import { interactionTopic } from '@candor/contracts';
import { scratch, type Scratch } from '@candor/testing';
import { eventually } from '../../test/harness.ts';
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
