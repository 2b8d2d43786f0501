import { scoreTopic, type ServiceName } from '@candor/contracts';
import { DatabaseModule } from '@candor/database';
import { encode, KafkaPort, messagingMigrations, MessagingModule, Outbox, partitionOf, type KafkaProducer, type Outgoing, type OutgoingTombstone } from '@candor/messaging';
import { createLogger, LOGGER, ReadinessRegistry } from '@candor/observability';
import type { Scratch } from '@candor/testing';
import { Global, Module, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';

/** The other services as far as this one knows them: each publishes facts through an outbox of its own, scoring its cells without one. */
export class Neighbours {
  readonly #scratch: Scratch;
  readonly #running = new Map<ServiceName, Promise<INestApplicationContext>>();
  readonly #kafka: KafkaPort;
  #producer: Promise<KafkaProducer> | undefined;

  constructor(scratch: Scratch) {
    this.#scratch = scratch;
    this.#kafka = new KafkaPort({ brokers: scratch.brokers, clientId: 'candor-scoring', topicPrefix: scratch.topicPrefix, log: createLogger('scoring', 'silent') });
  }

  /** Resolves when Kafka has acknowledged the events. */
  async publish(service: ServiceName, ...events: (Outgoing | OutgoingTombstone)[]): Promise<void> {
    const outbox = (await this.#app(service)).get(Outbox);
    await outbox.published(await outbox.transaction((tx) => outbox.append(tx, events)), 15_000);
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

  async close(): Promise<void> {
    for (const app of this.#running.values()) await (await app).close();
    await (await this.#producer)?.disconnect();
    await this.#kafka.disconnect();
  }

  async #connect(): Promise<KafkaProducer> {
    const producer = this.#kafka.producer();
    await producer.connect();
    return producer;
  }

  #app(service: ServiceName): Promise<INestApplicationContext> {
    const running = this.#running.get(service) ?? NestFactory.createApplicationContext(neighbour(this.#scratch, service), { logger: false, abortOnError: false });
    this.#running.set(service, running);
    return running;
  }
}

function neighbour(scratch: Scratch, service: ServiceName) {
  const platform = [ReadinessRegistry, { provide: LOGGER, useValue: createLogger(service, 'silent') }];
  @Global()
  @Module({
    imports: [
      DatabaseModule.forRoot({ url: scratch.databaseUrl(service), schema: service, entities: [], migrations: messagingMigrations() }),
      MessagingModule.forRoot({ service, brokers: scratch.brokers, topicPrefix: scratch.topicPrefix }),
    ],
    providers: platform,
    exports: platform,
  })
  class Neighbour {}
  return Neighbour;
}
