import { DatabaseModule } from '@candor/database';
import { messagingMigrations, MessagingModule, Outbox, type Outgoing, type OutgoingTombstone } from '@candor/messaging';
import { createLogger, LOGGER, ReadinessRegistry } from '@candor/observability';
import type { Scratch } from '@candor/testing';
import type { ServiceName } from '@candor/contracts';
import { Global, Module, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';

/** The other services around one under test, each with a database of its own from which it publishes by the real outbox. */
export class PublishingNeighbours {
  readonly #scratch: Scratch;
  readonly #running = new Map<ServiceName, Promise<INestApplicationContext>>();

  constructor(scratch: Scratch) {
    this.#scratch = scratch;
  }

  /** Resolves when Kafka has acknowledged the events. */
  async publish(service: ServiceName, ...events: (Outgoing | OutgoingTombstone)[]): Promise<void> {
    const outbox = (await this.#app(service)).get(Outbox);
    await outbox.published(await outbox.transaction((tx) => outbox.append(tx, events)), 15_000);
  }

  async close(): Promise<void> {
    for (const app of this.#running.values()) await (await app).close();
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
