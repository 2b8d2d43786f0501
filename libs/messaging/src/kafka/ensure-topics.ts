import { isCompacted, TOPICS, type TopicDeclaration } from '@candor/contracts';
import { createLogger } from '@candor/observability';
import { KafkaPort, type TopicSpec } from './kafka-port.ts';
import type { Log } from './kafkajs-client.ts';

const DAY_MS = 24 * 3600 * 1000;

/** How Kafka must keep a topic, from its declaration. Record time is the time of publication: event time lives in the payload. */
export function topicSpec(topic: TopicDeclaration): TopicSpec {
  const keeping: Record<string, string> = isCompacted(topic)
    ? { 'cleanup.policy': 'compact', 'max.compaction.lag.ms': String(DAY_MS), 'delete.retention.ms': String(7 * DAY_MS) }
    : { 'cleanup.policy': 'delete', 'retention.ms': String(topic.retentionMs), 'retention.bytes': '-1' };
  return { topic: topic.name, partitions: topic.partitions, config: { ...keeping, 'message.timestamp.type': 'LogAppendTime' } };
}

/**
 * Creates the declared topics that do not exist yet.
 * @throws if one exists with another number of partitions: its keys would be looked for in the wrong ones.
 */
export async function ensureTopics(brokers: string[], topicPrefix: string, log: Log = createLogger('topics', 'warn'), topics = TOPICS): Promise<void> {
  const kafka = new KafkaPort({ brokers, clientId: 'candor-topics', topicPrefix, log });
  try {
    await ensureTopicsOn(kafka, topics);
  } finally {
    await kafka.disconnect();
  }
}

/** Asks the leader of every partition for its offsets. @throws while one does not answer as such: the topics were made a moment ago */
export async function reachTopics(brokers: string[], topicPrefix: string, log: Log = createLogger('topics', 'silent'), topics = TOPICS): Promise<void> {
  const kafka = new KafkaPort({ brokers, clientId: 'candor-topics', topicPrefix, log });
  try {
    for (const { name } of topics) await kafka.offsets(name);
  } finally {
    await kafka.disconnect();
  }
}

export async function ensureTopicsOn(kafka: KafkaPort, topics: readonly TopicDeclaration[] = TOPICS): Promise<void> {
  const names = topics.map(({ name }) => name);
  const before = await kafka.partitionCounts(names);
  const missing = topics.filter(({ name }) => !before.has(name));
  if (missing.length > 0) await kafka.createTopics(missing.map(topicSpec));
  const counts = missing.length > 0 ? await kafka.partitionCounts(names) : before;
  for (const { name, partitions } of topics) {
    const found = counts.get(name);
    if (found !== partitions) throw new Error(`Topic ${name} has ${found ?? 'no'} partitions, and is declared with ${partitions}; they are fixed for a topic's version`);
  }
}
