import { hostname } from 'node:os';
import { PG_POOL } from '@candor/database';
import { LOGGER, metrics, ReadinessRegistry, type Logger } from '@candor/observability';
import { Global, Inject, Module, Optional, type DynamicModule, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type pg from 'pg';
import { DataSource } from 'typeorm';
import { DeadLetters } from './dead-letters/dead-letters.ts';
import { DeadLettersController } from './dead-letters/dead-letters.controller.ts';
import { Handlers } from './inbox/handlers.ts';
import { Inbox } from './inbox/inbox.ts';
import { KafkaBatchServer } from './inbox/kafka-batch-server.ts';
import { KafkaPort } from './kafka/index.ts';
import { MESSAGING_OPTIONS, type MessagingOptions } from './options.ts';
import { ConsumersController } from './operations/consumers.controller.ts';
import { Consumers, Republication, Republishers } from './operations/index.ts';
import { StreamsController } from './operations/streams.controller.ts';
import { Outbox, Relay, Streams } from './outbox/index.ts';
import { ReadModels, Rebuilds, RebuildsController } from './rebuild/index.ts';

/** The outbox with its relay, the batch transport, and the dead letters of a service. Needs `DatabaseModule` and `messagingMigrations()`. */
@Global()
@Module({})
export class MessagingModule implements OnApplicationBootstrap, OnApplicationShutdown {
  constructor(
    private readonly relay: Relay,
    private readonly kafka: KafkaPort,
    private readonly streams: Streams,
    private readonly deadLetters: DeadLetters,
    @Inject(MESSAGING_OPTIONS) private readonly options: MessagingOptions,
    @Optional() private readonly readiness?: ReadinessRegistry,
  ) {}

  static forRoot(options: MessagingOptions): DynamicModule {
    const { service, brokers, topicPrefix } = options;
    const channel = `candor_outbox_${service}`;
    return {
      module: MessagingModule,
      controllers: [DeadLettersController, ConsumersController, StreamsController, RebuildsController],
      providers: [
        { provide: MESSAGING_OPTIONS, useValue: options },
        Handlers,
        Republishers,
        ReadModels,
        KafkaBatchServer,
        { provide: KafkaPort, inject: [LOGGER], useFactory: (log: Logger) => new KafkaPort({ brokers, clientId: `candor-${service}`, topicPrefix, log }) },
        // Asks for the DataSource, since the tables exist only once it has migrated.
        { provide: Streams, inject: [PG_POOL, DataSource], useFactory: (pool: pg.Pool) => Streams.open(pool, service) },
        {
          provide: Relay,
          inject: [KafkaPort, PG_POOL, Streams, LOGGER],
          useFactory: (kafka: KafkaPort, pool: pg.Pool, streams: Streams, log: Logger) =>
            new Relay({
              service, kafka, streams, channel, log,
              database: { connectionString: pool.options.connectionString ?? '', application_name: `candor-${service}-relay`, connectionTimeoutMillis: 5000, keepAlive: true },
              holder: `${hostname()}/${process.pid}`,
              ...(options.leaseMs === undefined ? {} : { leaseMs: options.leaseMs }),
            }),
        },
        {
          provide: Outbox,
          inject: [DataSource, PG_POOL, Streams, Relay],
          useFactory: (dataSource: DataSource, pool: pg.Pool, streams: Streams, relay: Relay) =>
            new Outbox({ dataSource, pool, streams, relay, channel, source: `/candor/${service}` }),
        },
        { provide: Inbox, inject: [DataSource, KafkaPort], useFactory: (dataSource: DataSource, kafka: KafkaPort) => new Inbox(dataSource, kafka) },
        {
          provide: DeadLetters,
          inject: [DataSource, Handlers, Outbox],
          useFactory: (dataSource: DataSource, handlers: Handlers, outbox: Outbox) => new DeadLetters({ dataSource, onCommit: (tx) => outbox.committed(tx) }, handlers),
        },
        {
          provide: Consumers,
          inject: [DataSource, Handlers, Outbox],
          useFactory: (dataSource: DataSource, handlers: Handlers, outbox: Outbox) => new Consumers({ dataSource, onCommit: (tx) => outbox.committed(tx) }, handlers),
        },
        {
          provide: Republication,
          inject: [DataSource, Streams, Republishers, Outbox],
          useFactory: (dataSource: DataSource, streams: Streams, republishers: Republishers, outbox: Outbox) =>
            new Republication({ dataSource, streams, republishers, source: `/candor/${service}`, wake: () => outbox.wake() }),
        },
        {
          provide: Rebuilds,
          inject: [DataSource, PG_POOL, Handlers, ReadModels, KafkaPort, Outbox, LOGGER],
          useFactory: (dataSource: DataSource, pool: pg.Pool, handlers: Handlers, models: ReadModels, kafka: KafkaPort, outbox: Outbox, log: Logger) =>
            new Rebuilds({ target: { dataSource, onCommit: (tx) => outbox.committed(tx) }, models, handlers, kafka, log, databaseUrl: pool.options.connectionString ?? '' }),
        },
      ],
      exports: [MESSAGING_OPTIONS, KafkaBatchServer, KafkaPort, Outbox, Inbox, DeadLetters, Consumers, Republishers, Republication, ReadModels, Rebuilds],
    };
  }

  onApplicationBootstrap(): void {
    const waiting = metrics.gauge('candor_dead_letters_waiting', 'Dead letters that were not replayed');
    (waiting as { collect?: () => Promise<void> }).collect = async () => waiting.set(await this.deadLetters.waiting().catch(() => NaN));
    if (this.options.relay === false || this.streams.size === 0) return;
    this.readiness?.add('outbox relay', () => this.relay.problem);
    this.relay.start();
  }

  /** After the HTTP server and the consumers have ended: what they wrote last is still published. */
  async onApplicationShutdown(): Promise<void> {
    await this.relay.stop();
    await this.kafka.disconnect();
  }
}
