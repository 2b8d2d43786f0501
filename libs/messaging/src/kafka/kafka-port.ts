import type { Admin, Kafka, Producer } from 'kafkajs';
import { createClient, createProducer, type Log } from './kafkajs-client.ts';
import { placeKey, readRecords, type RecordPlace } from './last-records.ts';
import { KafkaReader, type ReaderOptions } from './reader.ts';
import type { IncomingRecord, OffsetRange, OutgoingRecord } from './records.ts';

export interface KafkaPortOptions {
  brokers: string[];
  clientId: string;
  /** Before every topic and group name, so that installations and tests can share a cluster. */
  topicPrefix: string;
  log: Log;
}

export interface TopicSpec {
  topic: string;
  partitions: number;
  config: Record<string, string>;
}

/**
 * All that the platform asks of Kafka. This folder is the only one that knows the client library; topic and group names
 * outside of it have no prefix.
 */
export class KafkaPort {
  readonly #kafka: Kafka;
  readonly #prefix: string;
  #admin: Promise<Admin> | undefined;

  constructor({ brokers, clientId, topicPrefix, log }: KafkaPortOptions) {
    this.#kafka = createClient(brokers, clientId, log);
    this.#prefix = topicPrefix;
  }

  /** @param fence of the producers of one name, what connected last shuts the others out of every partition that it writes to */
  producer(fence?: string): KafkaProducer {
    return new KafkaProducer(createProducer(this.#kafka, fence === undefined ? undefined : this.#prefix + fence), this.#prefix);
  }

  reader(options: Omit<ReaderOptions, 'prefix'>): KafkaReader {
    return new KafkaReader(this.#kafka, { ...options, prefix: this.#prefix });
  }

  /** Where each partition of the topic begins and ends now. */
  async offsets(topic: string): Promise<OffsetRange[]> {
    const offsets = await this.#withAdmin((admin) => admin.fetchTopicOffsets(this.#prefix + topic));
    return offsets
      .map(({ partition, low, high }) => ({ partition, low: BigInt(low), high: BigInt(high) }))
      .sort((a, b) => a.partition - b.partition);
  }

  /** Single records, by `topic/partition`. @throws if one of them does not come: ask only for what there is */
  async records(places: readonly RecordPlace[]): Promise<Map<string, IncomingRecord>> {
    if (places.length === 0) return new Map();
    const found = await readRecords(this.#kafka, places.map((place) => ({ ...place, topic: this.#prefix + place.topic })));
    return new Map([...found].map(([place, record]) => [place.slice(this.#prefix.length), record]));
  }

  /** Number of partitions, by topic; topics that do not exist are left out. */
  async partitionCounts(topics: string[]): Promise<Map<string, number>> {
    return this.#withAdmin(async (admin) => {
      const existing = new Set(await admin.listTopics());
      const asked = topics.map((topic) => this.#prefix + topic).filter((topic) => existing.has(topic));
      if (asked.length === 0) return new Map();
      const { topics: found } = await admin.fetchTopicMetadata({ topics: asked });
      return new Map(found.map(({ name, partitions }) => [name.slice(this.#prefix.length), partitions.length]));
    });
  }

  /** Topics that exist already stay as they are. */
  async createTopics(specs: TopicSpec[]): Promise<void> {
    await this.#withAdmin((admin) =>
      admin.createTopics({
        timeout: 15_000,
        topics: specs.map(({ topic, partitions, config }) => ({
          topic: this.#prefix + topic,
          numPartitions: partitions,
          configEntries: Object.entries(config).map(([name, value]) => ({ name, value })),
        })),
      }),
    );
  }

  /** Forgets a group that nobody will use again. */
  async deleteGroup(group: string): Promise<void> {
    await this.#withAdmin((admin) => admin.deleteGroups([this.#prefix + group]));
  }

  async disconnect(): Promise<void> {
    const admin = this.#admin;
    this.#admin = undefined;
    await (await admin?.catch(() => undefined))?.disconnect();
  }

  async #withAdmin<T>(use: (admin: Admin) => Promise<T>): Promise<T> {
    this.#admin ??= this.#connectAdmin();
    const admin = this.#admin;
    try {
      return await use(await admin);
    } catch (error) {
      // Whatever went wrong, a fresh connection is the surest way out of it.
      if (this.#admin === admin) this.#admin = undefined;
      admin.then((broken) => broken.disconnect()).catch(() => undefined);
      throw error;
    }
  }

  async #connectAdmin(): Promise<Admin> {
    const admin = this.#kafka.admin();
    await admin.connect();
    return admin;
  }
}

/** Sends one request at a time; acknowledged means written by all replicas in sync. */
export class KafkaProducer {
  readonly #producer: Producer;
  readonly #prefix: string;

  constructor(producer: Producer, prefix: string) {
    this.#producer = producer;
    this.#prefix = prefix;
  }

  connect(): Promise<void> {
    return this.#producer.connect();
  }

  /**
   * Resolves once Kafka has acknowledged all of them. After an error any part of them may have been written.
   * @returns by `topic/partition`, the offset after the last of them, where Kafka tells it
   */
  async send(records: readonly OutgoingRecord[]): Promise<Map<string, bigint>> {
    const counts = new Map<string, bigint>();
    const byTopic = new Map<string, { partition: number; key: string | null; value: string | Buffer | null; headers: Record<string, string> }[]>();
    for (const { topic, partition, key, value, headers } of records) {
      const messages = byTopic.get(topic) ?? [];
      byTopic.set(topic, messages);
      messages.push({ partition, key, value, headers });
      const place = placeKey({ topic, partition });
      counts.set(place, (counts.get(place) ?? 0n) + 1n);
    }
    const written = await this.#producer.sendBatch({
      acks: -1,
      topicMessages: [...byTopic].map(([topic, messages]) => ({ topic: this.#prefix + topic, messages })),
    });
    const ends = new Map<string, bigint>();
    for (const { topicName, partition, baseOffset } of written) {
      const place = placeKey({ topic: topicName.slice(this.#prefix.length), partition });
      // Kafka says -1 of a batch that it had already.
      if (baseOffset !== undefined && BigInt(baseOffset) >= 0n) ends.set(place, BigInt(baseOffset) + counts.get(place)!);
    }
    return ends;
  }

  disconnect(): Promise<void> {
    return this.#producer.disconnect();
  }
}
