import { PG_POOL } from '@candor/database';
import { Bell, Pacer } from '@candor/messaging';
import { LOGGER, type Logger } from '@candor/observability';
import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import pg from 'pg';
import { SCORE_CHANGED } from '../score-cells/note-changes.ts';
import { ScoreChanges, type Changes } from './score-changes.ts';

/** How long a change may stay unseen where a notification was lost. */
const POLL_MS = 1000;
/** At most this often, however many changes there are. */
const PACE_MS = 20;
const RETRY_MS = 1000;

type Listener = (changes: Changes) => void;

/**
 * Hears of changed figures and tells the streams of this instance. The instance that copied the cells is not the one that streams, so the news
 * comes through PostgreSQL's NOTIFY, with a poll behind it; it is read once for all streams, and not at all while there are none.
 */
@Injectable()
export class ScoreFeed implements OnApplicationBootstrap, OnModuleDestroy {
  readonly #listeners = new Set<Listener>();
  readonly #bell = new Bell();
  readonly #pacer = new Pacer(PACE_MS);
  #listening: pg.Client | undefined;
  #from = 0n;
  #running: Promise<void> | undefined;
  #closing = false;

  constructor(private readonly changes: ScoreChanges, @Inject(PG_POOL) private readonly pool: pg.Pool, @Inject(LOGGER) private readonly log: Logger) {}

  onApplicationBootstrap(): void {
    this.#running = this.#run();
  }

  async onModuleDestroy(): Promise<void> {
    this.#closing = true;
    this.#bell.ring();
    await this.#running;
    await this.#listening?.end().catch(() => undefined);
  }

  /**
   * From the returned number on the listener misses nothing; it may hear of something twice.
   * @returns also a function that ends it
   */
  async follow(listener: Listener): Promise<{ from: bigint; end: () => void }> {
    const from = await this.changes.here();
    if (this.#listeners.size === 0) this.#from = from;
    this.#listeners.add(listener);
    return { from, end: () => this.#listeners.delete(listener) };
  }

  async #run(): Promise<void> {
    while (!this.#closing) {
      await this.#bell.wait(POLL_MS);
      if (this.#closing) return;
      try {
        await this.#listen();
        if (this.#listeners.size === 0) continue;
        await this.#pacer.next();
        const changes = await this.changes.since(this.#from);
        this.#from = changes.to;
        if (changes.figures.length > 0 || changes.tooMany) for (const listener of this.#listeners) listener(changes);
      } catch (error) {
        this.log.warn({ err: error }, 'changed figures could not be read; trying again');
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS).unref());
      }
    }
  }

  /** A connection of its own, since a pooled one would take its listening along to other work. */
  async #listen(): Promise<void> {
    if (this.#listening) return;
    const client = new pg.Client({
      connectionString: this.pool.options.connectionString ?? '', application_name: 'candor-reporting-live', connectionTimeoutMillis: 5000, keepAlive: true,
    });
    client.on('notification', () => this.#bell.ring());
    client.on('error', () => (this.#listening = undefined));
    client.on('end', () => (this.#listening = undefined));
    await client.connect();
    await client.query(`LISTEN ${SCORE_CHANGED}`);
    this.#listening = client;
  }
}
