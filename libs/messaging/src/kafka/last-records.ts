import type { Kafka } from 'kafkajs';
import { clusterOf } from './fenced-producer.ts';
import type { IncomingRecord } from './records.ts';

/** The newest record of a partition is asked for by its offset. */
export interface RecordPlace {
  topic: string;
  partition: number;
  offset: bigint;
}

interface FetchedPartition {
  partition: number;
  messages: IncomingRecord[];
}
interface Broker {
  fetch(request: unknown): Promise<{ responses: { topicName: string; partitions: FetchedPartition[] }[] }>;
}
/** The part of kafkajs' cluster that its consumer reads with. */
interface Cluster {
  connect(): Promise<void>;
  disconnect(): Promise<void>;
  addMultipleTargetTopics(topics: string[]): Promise<void>;
  findLeaderForPartitions(topic: string, partitions: number[]): Record<string, number[]>;
  findBroker(asked: { nodeId: string }): Promise<Broker>;
}

/** A partition whose next batch does not fit is left out of an answer, so it takes several; each brings at least one. */
const MAX_WAIT_MS = 1000;
const BYTES = 1024 * 1024;

/**
 * Reads single records, without a consumer group (whose joining takes seconds).
 * @returns by `topic/partition`
 * @throws if a record that is asked for does not come: ask only for what there is
 */
export async function readRecords(kafka: Kafka, places: readonly RecordPlace[]): Promise<Map<string, IncomingRecord>> {
  const found = new Map<string, IncomingRecord>();
  const cluster = clusterOf<Cluster>(kafka);
  await cluster.connect();
  try {
    await cluster.addMultipleTargetTopics([...new Set(places.map(({ topic }) => topic))]);
    let missing = [...places];
    while (missing.length > 0) {
      for (const [nodeId, asked] of byLeader(cluster, missing)) await fetchFrom(await cluster.findBroker({ nodeId }), asked, found);
      const left = missing.filter((place) => !found.has(placeKey(place)));
      if (left.length === missing.length) throw new Error(`Kafka does not give the record at offset ${left[0]!.offset} of ${placeKey(left[0]!)}`);
      missing = left;
    }
    return found;
  } finally {
    await cluster.disconnect().catch(() => undefined);
  }
}

export const placeKey = ({ topic, partition }: Pick<RecordPlace, 'topic' | 'partition'>): string => `${topic}/${partition}`;

function byLeader(cluster: Cluster, places: readonly RecordPlace[]): Map<string, RecordPlace[]> {
  const leaders = new Map<string, RecordPlace[]>();
  for (const place of places) {
    const [leader] = Object.keys(cluster.findLeaderForPartitions(place.topic, [place.partition]));
    if (leader === undefined) throw new Error(`${placeKey(place)} has no leader`);
    leaders.set(leader, [...(leaders.get(leader) ?? []), place]);
  }
  return leaders;
}

/** What comes is the batch with the record, and perhaps more. */
async function fetchFrom(broker: Broker, places: readonly RecordPlace[], found: Map<string, IncomingRecord>): Promise<void> {
  const topics = [...new Set(places.map(({ topic }) => topic))].map((topic) => ({
    topic,
    partitions: places.filter((place) => place.topic === topic).map(({ partition, offset }) => ({ partition, fetchOffset: String(offset), currentLeaderEpoch: -1, maxBytes: BYTES })),
  }));
  const { responses } = await broker.fetch({ replicaId: -1, isolationLevel: 0, maxWaitTime: MAX_WAIT_MS, minBytes: 1, maxBytes: 10 * BYTES, topics });
  for (const { topicName: topic, partitions } of responses) {
    for (const { partition, messages } of partitions) {
      const place = places.find((asked) => asked.topic === topic && asked.partition === partition);
      const record = messages.find(({ offset }) => offset === String(place?.offset));
      if (record) found.set(placeKey({ topic, partition }), record);
    }
  }
}
