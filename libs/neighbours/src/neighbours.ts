import { randomUUID } from 'node:crypto';
import { topicOf, TOPICS, type DataOf, type EventDeclaration, type TopicDeclaration } from '@candor/contracts';
import { decode, HEADER, KafkaPort, LiveReader, partitionOf, type KafkaProducer, TOMBSTONE_TYPE, type OutgoingRecord, type Received } from '@candor/messaging';
import { createLogger } from '@candor/observability';
import { eventually, type Scratch } from '@candor/testing';

const GENERATION = 'test';
const log = createLogger('neighbours', 'silent');

/** The other services around one under test, without any of their code: what they publish, numbered as they number it, and what they would read. */
export class Neighbours {
  readonly #kafka: KafkaPort;
  readonly #producer: KafkaProducer;
  readonly #numbers = new Map<string, number>();
  readonly #heard: { topic: TopicDeclaration; event: Received }[] = [];
  readonly #next = new Map<string, bigint>();
  #reader: LiveReader | undefined;
  #last: Promise<void> = Promise.resolve();

  private constructor(kafka: KafkaPort) {
    this.#kafka = kafka;
    this.#producer = kafka.producer();
  }

  /** @param topics to listen to from now on */
  static async join({ brokers, topicPrefix }: Scratch, topics: TopicDeclaration[]): Promise<Neighbours> {
    const neighbours = new Neighbours(new KafkaPort({ brokers: [...brokers], clientId: 'neighbours', topicPrefix, log }));
    await neighbours.#producer.connect();
    await neighbours.#listen(topics);
    return neighbours;
  }

  /** Resolves when Kafka has acknowledged it. */
  async publish<E extends EventDeclaration>(event: E, data: DataOf<E>): Promise<void> {
    await this.#write(topicOf(event), event.key(data), event.type, JSON.stringify(event.schema.parse(data)));
  }

  /** Says of a key that it is no more. */
  async erase(topic: TopicDeclaration, key: string): Promise<void> {
    await this.#write(topic, key, TOMBSTONE_TYPE, null);
  }

  async #write(topic: TopicDeclaration, key: string, type: string, value: string | null): Promise<void> {
    const partition = partitionOf(key, topic.partitions);
    const place = `${topic.name}/${partition}`;
    const number = (this.#numbers.get(place) ?? 0) + 1;
    this.#numbers.set(place, number);
    await this.#send({
      topic: topic.name, partition, key, value,
      headers: {
        [HEADER.specversion]: '1.0', [HEADER.id]: randomUUID(), [HEADER.source]: `/candor/${topic.owner}`, [HEADER.type]: type,
        [HEADER.time]: new Date().toISOString(), [HEADER.contentType]: 'application/json', [HEADER.sequence]: String(number), [HEADER.generation]: GENERATION,
      },
    });
  }

  /** A record of an outsider, as it is. */
  async produce(topic: TopicDeclaration, value: string | null, headers: Record<string, string>, partition = 0): Promise<void> {
    await this.#send({ topic: topic.name, partition, key: null, value, headers });
  }

  /** One after the other: were the next number written while this one is tried again, readers would stop at a gap. */
  #send(record: OutgoingRecord): Promise<void> {
    const sent = this.#last.then(() => this.#insist(record));
    this.#last = sent.catch(() => undefined);
    return sent;
  }

  /** A topic that was just made may have no leader for a moment. What is written twice has one number, and counts once. */
  async #insist(record: OutgoingRecord): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      try {
        await this.#producer.send([record]);
        return;
      } catch (error) {
        if (attempt === 50) throw error;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    }
  }

  /** Everything of one type that was heard, in the order in which it was heard. */
  heardOf<E extends EventDeclaration>(event: E): DataOf<E>[] {
    return this.#heard.filter((one) => one.event.type === event.type).map((one) => one.event.data as DataOf<E>);
  }

  /** What has been heard of this key, in order of publication. */
  heard(key: string): Received[] {
    return this.#heard.filter(({ event }) => event.key === key).map(({ event }) => event);
  }

  async close(): Promise<void> {
    await this.#reader?.close();
    await this.#producer.disconnect();
    await this.#kafka.disconnect();
  }

  async #listen(topics: TopicDeclaration[]): Promise<void> {
    this.#reader = new LiveReader({
      kafka: this.#kafka,
      log,
      group: `neighbours-${randomUUID()}`,
      topics: topics.map(({ name }) => name),
      onBatch: async ({ topic: name, partition, records }) => {
        const topic = TOPICS.find((one) => one.name === name)!;
        const place = `${name}/${partition}`;
        for (const record of records) {
          const next = BigInt(record.offset) + 1n;
          // One that had to be started again reads from the beginning.
          if (next <= (this.#next.get(place) ?? 0n)) continue;
          this.#next.set(place, next);
          const decoded = decode(topic, record);
          if (!decoded.ok) throw new Error(`the service under test published what is no event: ${decoded.reason}`);
          this.#heard.push({ topic, event: decoded.event });
        }
        return BigInt(records.at(-1)!.offset) + 1n;
      },
    });
    this.#reader.start();
    await eventually('the neighbours begin to listen', () => this.#reader!.running, { timeoutMs: 60_000 });
  }
}
