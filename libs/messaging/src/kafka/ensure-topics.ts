import { setTimeout as sleep } from 'node:timers/promises';
import { isCompacted, TOPICS, type TopicDeclaration } from '@candor/contracts';
import { createLogger } from '@candor/observability';
import { KafkaPort, type TopicSpec } from './kafka-port.ts';
import type { Log } from './kafkajs-client.ts';

const ATTEMPTS = 10;
const DAY_MS = 24 * 3600 * 1000;

/** How Kafka must keep a topic, from its declaration. Record time is the time of publication: event time lives in the payload. */
export function topicSpec(topic: TopicDeclaration): TopicSpec {
  const keeping: Record<string, string> = isCompacted(topic)
    ? { 'cleanup.policy': 'compact', 'max.compaction.lag.ms': String(DAY_MS), 'delete.retention.ms': String(7 * DAY_MS) }
    : { 'cleanup.policy': 'delete', 'retention.ms': String(topic.retentionMs), 'retention.bytes': '-1' };
  return { topic: topic.name, partitions: topic.partitions, config: { ...keeping, 'message.timestamp.type': 'LogAppendTime' } };
}

/** A topic with another number of partitions than declared: its keys would be looked for in the wrong ones. */
export class WrongPartitions extends Error {
  override readonly name = 'WrongPartitions';
}

/**
 * Creates the declared topics that do not exist yet, and waits until the leader of every partition answers. Tried again on failure: a busy broker learns of new
 * topics a moment after its controller has made them, and denies them, or to lead them, until then.
 * @throws WrongPartitions at once
 */
export async function ensureTopics(brokers: string[], topicPrefix: string, log: Log = createLogger('topics', 'error'), topics = TOPICS): Promise<void> {
  const kafka = new KafkaPort({ brokers, clientId: 'candor-topics', topicPrefix, log });
  try {
    for (let attempt = 1; ; attempt++) {
      try {
        await ensureTopicsOn(kafka, topics);
        for (const { name } of topics) await kafka.offsets(name);
        return;
      } catch (error) {
        if (attempt === ATTEMPTS || error instanceof WrongPartitions) throw error;
        await sleep(200 * attempt);
      }
    }
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
    if (found === undefined) throw new Error(`Topic ${name} is not there yet`);
    if (found !== partitions) throw new WrongPartitions(`Topic ${name} has ${found} partitions, and is declared with ${partitions}; they are fixed for a topic's version`);
  }
}
