import { correlationId } from '@candor/observability';
import { Problem } from '@candor/http';
import pg from 'pg';
import type { DataSource, EntityManager } from 'typeorm';
import { appendTo, StreamsRenewed, type Receipt } from './append.ts';
import { encode, type Outgoing, type OutgoingTombstone } from './outgoing.ts';
import type { Relay } from './relay.ts';
import type { Streams } from './streams.ts';

export interface OutboxOptions {
  dataSource: DataSource;
  pool: pg.Pool;
  streams: Streams;
  relay: Relay;
  channel: string;
  /** CloudEvents `source`. */
  source: string;
}

/** Where a service writes its events, in the transaction that changes what they tell of. */
export class Outbox {
  readonly #options: OutboxOptions;
  readonly #written = new WeakSet<object>();
  #notifying = false;

  constructor(options: OutboxOptions) {
    this.#options = options;
  }

  /**
   * Writes events in the given transaction; nothing is published unless it commits. Append once, as the last thing a transaction does: from here to the commit
   * other writers of the same partitions wait.
   * @throws if an event does not fit its schema (the producer's fault, before anything is written)
   */
  async append(tx: EntityManager | pg.ClientBase, events: readonly (Outgoing | OutgoingTombstone)[]): Promise<Receipt> {
    const correlation = correlationId();
    const records = events.map((event) => encode(event, this.#options.source, correlation));
    if (isManager(tx) && tx.queryRunner) this.#written.add(tx.queryRunner);
    const { streams, pool } = this.#options;
    try {
      return await appendTo(await clientOf(tx), streams, records);
    } catch (error) {
      if (error instanceof StreamsRenewed) void streams.reload(pool).catch(() => undefined);
      throw error;
    }
  }

  /** Begins a transaction, runs `fn` in it, commits and wakes the relay. */
  async transaction<T>(fn: (tx: EntityManager) => Promise<T>): Promise<T> {
    const result = await this.#options.dataSource.transaction(fn);
    this.wake();
    return result;
  }

  /** To call after the commit: the relay publishes at once, in this process or in the one that holds the lease. */
  wake(): void {
    const { relay, pool, channel } = this.#options;
    if (relay.leading) return relay.wake();
    if (this.#notifying) return;
    this.#notifying = true;
    // If it fails, the relay's own poll finds the rows.
    pool.query('SELECT pg_notify($1, $2)', [channel, '']).catch(() => undefined).finally(() => (this.#notifying = false));
  }

  /** Wakes the relay if something was written in this transaction, which has committed. */
  committed(tx: EntityManager): void {
    if (tx.queryRunner && this.#written.delete(tx.queryRunner)) this.wake();
  }

  /**
   * Resolves once Kafka has acknowledged what the receipt names. Call after the commit.
   * @throws Problem 503 after `timeoutMs`; the events are written and will be published
   */
  async published(receipt: Receipt, timeoutMs = 5000): Promise<void> {
    const { relay } = this.#options;
    const deadline = performance.now() + timeoutMs;
    let pause = 5;
    while (performance.now() < deadline) {
      // Elsewhere the lease may be taken over at any time, so even the holder looks at the table now and then.
      const patience = Math.min(relay.leading ? 250 : pause, deadline - performance.now());
      if (await relay.acknowledged.wait(receipt, patience)) return;
      if (await this.#sentElsewhere(receipt)) return;
      pause = Math.min(pause * 2, 50);
    }
    throw new Problem({ status: 503, code: 'EVENT.UNACKNOWLEDGED', title: 'Stored, but not announced yet', detail: 'Kafka has not acknowledged the change; it will be announced as soon as it does' });
  }

  async #sentElsewhere(receipt: Receipt): Promise<boolean> {
    const { rows } = await this.#options.pool.query<{ stream: number; sent: string }>(
      'SELECT stream, sent FROM outbox_relay WHERE stream = ANY ($1)', [receipt.map(({ stream }) => stream)],
    );
    const sent = new Map(rows.map((row) => [row.stream, BigInt(row.sent)]));
    return receipt.every(({ stream, number }) => (sent.get(stream) ?? 0n) >= number);
  }
}

const isManager = (tx: EntityManager | pg.ClientBase): tx is EntityManager => 'getRepository' in tx;

/** The connection of the transaction, for statements that TypeORM would slow down. */
async function clientOf(tx: EntityManager | pg.ClientBase): Promise<pg.ClientBase> {
  if (!isManager(tx)) return tx;
  if (!tx.queryRunner?.isTransactionActive) throw new Error('The outbox needs the EntityManager of a transaction');
  return (await tx.queryRunner.connect()) as pg.ClientBase;
}
