import pg from 'pg';
import type { Log } from '../kafka/index.ts';

const EVERY_ROWS = 20_000;

/** A table through which millions of rows pass must be cleaned by whoever empties it: autovacuum comes too seldom (315 MB instead of 18 after a million). */
export class Vacuum {
  readonly #database: pg.ClientConfig;
  readonly #log: Log;
  #deleted = 0;
  #running: Promise<void> | undefined;

  constructor(database: pg.ClientConfig, log: Log) {
    this.#database = database;
    this.#log = log;
  }

  deleted(rows: number): void {
    this.#deleted += rows;
    if (this.#deleted < EVERY_ROWS || this.#running) return;
    this.#deleted = 0;
    this.#running = this.#vacuum()
      .catch((error: Error) => this.#log.warn({ err: error }, 'outbox relay: could not vacuum'))
      .finally(() => (this.#running = undefined));
  }

  async stop(): Promise<void> {
    await this.#running;
  }

  async #vacuum(): Promise<void> {
    const client = new pg.Client(this.#database);
    client.on('error', () => undefined);
    await client.connect();
    try {
      await client.query('VACUUM outbox, outbox_stream, outbox_relay');
    } finally {
      await client.end();
    }
  }
}
