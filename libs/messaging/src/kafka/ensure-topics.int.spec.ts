import { responseTopic, TOPICS } from '@candor/contracts';
import { createLogger } from '@candor/observability';
import { scratch, type Scratch } from '@candor/testing';
import kafkajs from 'kafkajs';
import { ensureTopics, KafkaPort, WrongPartitions } from './index.ts';

const log = createLogger('test', 'silent');
const topics = TOPICS.map((topic) => ({ ...topic, name: `again.${topic.name}` }));
let place: Scratch;

beforeAll(async () => {
  place = await scratch([]);
});
afterAll(async () => {
  const admin = new kafkajs.Kafka({ brokers: place.brokers, logLevel: kafkajs.logLevel.NOTHING }).admin();
  await admin.connect();
  await admin.deleteTopics({ topics: topics.map(({ name }) => place.topicPrefix + name) });
  await admin.disconnect();
  await place.dispose();
});

test('several that make the same topics at once all find them made, and every leader answers', async () => {
  await Promise.all([1, 2, 3].map(() => ensureTopics(place.brokers, place.topicPrefix, log, topics)));
  const kafka = new KafkaPort({ brokers: place.brokers, clientId: 'test', topicPrefix: place.topicPrefix, log });
  try {
    for (const { name, partitions } of topics) expect(await kafka.offsets(name)).toHaveLength(partitions);
  } finally {
    await kafka.disconnect();
  }
});

test('a topic with another number of partitions is refused at once', async () => {
  const begun = performance.now();
  await expect(ensureTopics(place.brokers, place.topicPrefix, log, [{ ...responseTopic, partitions: 7 }])).rejects.toThrow(WrongPartitions);
  expect(performance.now() - begun).toBeLessThan(2000);
});
