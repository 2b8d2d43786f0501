import type { Logger } from '@candor/observability';
import pg from 'pg';
import { Bell } from '../outbox/bell.ts';
import { Pacer } from '../outbox/pacer.ts';

/** How long a change may stay unseen where a notification was lost. */
const POLL_MS = 1000;
/** At most this often, however many changes there are. */
const PACE_MS = 20;
const RETRY_MS = 1000;

/** What a feed follows: changes in tables, in an order in which none can be skipped. */
export interface FeedSource<P, S extends { readonly to: P }> {
  /** Of the notifications that tell of changes. */
  readonly channel: string;
  /** For the log: what could not be read. */
  readonly what: string;
  /** Where the changes end now. */
  here(): Promise<P>;
  /** What has changed since, and where that ends. */
  since(position: P): Promise<S>;
  /** Whether there is anything to tell. */
  isNews(seen: S): boolean;
}

/**
 * Hears of changes and tells the streams of this instance. The instance that makes a change is not the one that streams it, so the news comes through
 * PostgreSQL's NOTIFY, with a poll behind it; it is read once for all streams, and not at all while there are none.
 */
export class Feed<P, S extends { readonly to: P }> {
  readonly #source: FeedSource<P, S>;
  readonly #pool: pg.Pool;
  readonly #log: Logger;
  readonly #listeners = new Set<(seen: S) => void>();
  readonly #bell = new Bell();
  readonly #pacer = new Pacer(PACE_MS);
  #listening: pg.Client | undefined;
  #from: { position: P } | undefined;
  #running: Promise<void> | undefined;
  #closing = false;

  /** @param pool whose database is listened to, on a connection beside it */
  constructor(source: FeedSource<P, S>, pool: pg.Pool, log: Logger) {
    this.#source = source;
    this.#pool = pool;
    this.#log = log;
  }

  start(): void {
    this.#running = this.#run();
  }

  async stop(): Promise<void> {
    this.#closing = true;
    this.#bell.ring();
    await this.#running;
    await this.#listening?.end().catch(() => undefined);
  }

  /**
   * From the returned position on the listener misses nothing; it may hear of something twice.
   * @returns also a function that ends it
   */
  async follow(listener: (seen: S) => void): Promise<{ from: P; end: () => void }> {
    const from = await this.#source.here();
    if (this.#listeners.size === 0) this.#from = { position: from };
    this.#listeners.add(listener);
    return { from, end: () => this.#listeners.delete(listener) };
  }

  async #run(): Promise<void> {
    while (!this.#closing) {
      await this.#bell.wait(POLL_MS);
      if (this.#closing) return;
      try {
        await this.#listen();
        if (this.#listeners.size === 0 || this.#from === undefined) continue;
        await this.#pacer.next();
        const seen = await this.#source.since(this.#from.position);
        this.#from = { position: seen.to };
        if (this.#source.isNews(seen)) for (const listener of this.#listeners) listener(seen);
      } catch (error) {
        this.#log.warn({ err: error }, `${this.#source.what} could not be read; trying again`);
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS).unref());
      }
    }
  }

  /** A connection of its own, since a pooled one would take its listening along to other work. */
  async #listen(): Promise<void> {
    if (this.#listening) return;
    const client = new pg.Client({
      connectionString: this.#pool.options.connectionString ?? '', application_name: `candor-feed-${this.#source.channel}`, connectionTimeoutMillis: 5000, keepAlive: true,
    });
    client.on('notification', () => this.#bell.ring());
    client.on('error', () => (this.#listening = undefined));
    client.on('end', () => (this.#listening = undefined));
    await client.connect();
    await client.query(`LISTEN ${this.#source.channel}`);
    this.#listening = client;
  }
}
