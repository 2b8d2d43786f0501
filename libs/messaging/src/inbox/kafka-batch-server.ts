import { LOGGER, ReadinessRegistry, type Logger } from '@candor/observability';
import { Inject, Injectable, Optional } from '@nestjs/common';
import { Server, type CustomTransportStrategy } from '@nestjs/microservices';
import { DataSource } from 'typeorm';
import { KafkaPort } from '../kafka/index.ts';
import { Outbox } from '../outbox/index.ts';
import { MESSAGING_OPTIONS, type MessagingOptions } from '../options.ts';
import { Rebuilds } from '../rebuild/rebuilds.ts';
import { BATCHES } from './consumes-batch.decorator.ts';
import { Consumer } from './consumer.ts';
import { Handlers } from './handlers.ts';

/** Nest's transport: hands whole batches of a partition to the handlers marked with `@ConsumesBatch`, inside the fenced transaction. */
@Injectable()
export class KafkaBatchServer extends Server implements CustomTransportStrategy {
  override readonly transportId: symbol = BATCHES;
  /** Without it Nest logs a handler's error and says nothing to us. */
  override propagatesEventHandlerErrors = true;
  readonly #consumers: Consumer[] = [];

  constructor(
    @Inject(MESSAGING_OPTIONS) private readonly options: MessagingOptions,
    @Inject(LOGGER) private readonly log: Logger,
    private readonly kafka: KafkaPort,
    private readonly dataSource: DataSource,
    private readonly outbox: Outbox,
    private readonly handlers: Handlers,
    private readonly rebuilds: Rebuilds,
    @Optional() private readonly readiness?: ReadinessRegistry,
  ) {
    super();
  }

  /** Does not wait for Kafka: consumers connect when they can, and readiness says which have. */
  listen(callback: (error?: unknown) => void): void {
    try {
      this.handlers.fill(this.messageHandlers);
    } catch (error) {
      return callback(error);
    }
    for (const consumer of this.handlers.consumers()) {
      this.#consumers.push(
        new Consumer({
          group: `${this.options.groupPrefix ?? ''}candor-${this.options.service}-${consumer}`,
          consumer,
          handlers: this.handlers.of(consumer),
          dataSource: this.dataSource,
          kafka: this.kafka,
          log: this.log,
          onCommit: (tx) => this.outbox.committed(tx),
          silenceMs: this.options.silenceMs,
        }),
      );
    }
    for (const consumer of this.#consumers) {
      this.readiness?.add(`consumer ${consumer.name}`, () => consumer.problem);
      consumer.start();
    }
    this.rebuilds.open();
    callback();
  }

  async close(): Promise<void> {
    await Promise.all([...this.#consumers.map((consumer) => consumer.close()), this.rebuilds.close()]);
  }

  on(): never {
    throw new Error('This transport has no events of its own');
  }

  unwrap<T>(): T {
    return this.#consumers as T;
  }
}
