import { scoreTopic } from '@candor/contracts';
import { encode, KafkaPort, partitionOf, type KafkaProducer, type Outgoing } from '@candor/messaging';
import { PublishingNeighbours } from '@candor/neighbours';
import { createLogger } from '@candor/observability';
import type { Scratch } from '@candor/testing';

/** The other services as reporting knows them: all publish facts, and scoring its cells without an outbox. */
export class Neighbours extends PublishingNeighbours {
  readonly #kafka: KafkaPort;
  #producer: Promise<KafkaProducer> | undefined;

  constructor(scratch: Scratch) {
    super(scratch);
    this.#kafka = new KafkaPort({ brokers: scratch.brokers, clientId: 'candor-scoring', topicPrefix: scratch.topicPrefix, log: createLogger('scoring', 'silent') });
  }

  /** Publishes cells in this order, as scoring does. */
  async score(...cells: Outgoing[]): Promise<void> {
    this.#producer ??= this.#connect();
    const producer = await this.#producer;
    await producer.send(cells.map((cell) => {
      const { key, headers, payload } = encode(cell, '/candor/scoring', undefined);
      return { topic: scoreTopic.name, partition: partitionOf(key, scoreTopic.partitions), key, value: payload, headers };
    }));
  }

  /** Writes something that no service of ours would. */
  async raw(topic: string, partition: number, value: string): Promise<void> {
    this.#producer ??= this.#connect();
    await (await this.#producer).send([{ topic, partition, key: 'x', value, headers: {} }]);
  }

  override async close(): Promise<void> {
    await super.close();
    await (await this.#producer)?.disconnect();
    await this.#kafka.disconnect();
  }

  async #connect(): Promise<KafkaProducer> {
    const producer = this.#kafka.producer();
    await producer.connect();
    return producer;
  }
}
