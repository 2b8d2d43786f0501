import type { Logger } from '@candor/observability';
import type pg from 'pg';
import type { DataSource, EntityManager } from 'typeorm';
import type { RawBatch } from '../inbox/batch.ts';
import type { AfterCommit } from '../inbox/transaction.ts';

/** Where a model is built anew: a schema of its own, which its connections take for the service's. */
export interface Beside {
  /** The schema, and the live one. */
  schema: string;
  live: string;
  dataSource: DataSource;
  pool: pg.Pool;
  log: Logger;
}

export interface ReadTable {
  name: string;
  /** Columns that need not be the same: two rows that differ only there are the same row. */
  ignored?: readonly string[];
}

/** Takes undecoded records, as a handler in `raw` mode does, and writes them beside the live model. */
export interface RawTaker {
  take(batch: RawBatch): Promise<void>;
  /** Forgets what it has of a partition, in the given transaction: its owner tells it again under a new generation. */
  startOver(tx: EntityManager, topic: string, partition: number): Promise<void>;
  /** Waits for what is being written. */
  close(): Promise<void>;
}

export interface Difference {
  table: string;
  /** Rows that the live model lacked. */
  missing: number;
  /** Rows that said something else. */
  wrong: number;
  /** Rows that should not have been there. */
  surplus: number;
}

/** What a service can build anew from Kafka: tables that follow from what one consumer has read, and from nothing else. */
export interface ReadModel {
  readonly name: string;
  /** All topics of this consumer are read again. */
  readonly consumer: string;
  /** What is swapped in; a table that refers to another comes after it. Each has a primary key. */
  readonly tables: readonly ReadTable[];
  /** Tables that its handlers also write, but that say nothing about the topics: made empty beside the live ones, and thrown away. */
  readonly passing?: readonly string[];
  /** Needed where the handlers are in `raw` mode. */
  raw?(beside: Beside): RawTaker;
  /**
   * Adds to what was built what follows from records of the service's own. Runs in the transaction of the swap, with the live consumer standing still; unqualified names
   * are the new tables, and the live ones where there is no new one.
   */
  complete?(tx: EntityManager): Promise<void>;
  /** Instead of bringing each table to what was built, row by row. Runs in the transaction of the swap, with the live consumer standing still. */
  replace?(tx: EntityManager, beside: Pick<Beside, 'schema' | 'live'>, afterCommit: AfterCommit): Promise<Difference[]>;
  /** Runs in the transaction of the swap, once the tables are right. */
  replaced?(tx: EntityManager, differences: readonly Difference[], afterCommit: AfterCommit): Promise<void>;
}

/** Which models the service can build anew; its modules add theirs as they start. */
export class ReadModels {
  readonly #byName = new Map<string, ReadModel>();

  add(model: ReadModel): void {
    this.#byName.set(model.name, model);
  }

  of(name: string): ReadModel | undefined {
    return this.#byName.get(name);
  }

  all(): ReadModel[] {
    return [...this.#byName.values()];
  }

  names(): string[] {
    return [...this.#byName.keys()].sort();
  }
}
