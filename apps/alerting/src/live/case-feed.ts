import { PG_POOL } from '@candor/database';
import { Bell, Pacer } from '@candor/messaging';
import { LOGGER, type Logger } from '@candor/observability';
import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import pg from 'pg';
import { CASES_CHANGED } from '../case/case-journal.ts';
import { ShowCases } from '../case/read-cases/show-cases.ts';
import type { CaseView } from '../case/read-cases/case.view.ts';
import { ChangedCases, type Changes, type Position } from './changed-cases.ts';

/** How long a change may stay unseen where a notification was lost. */
const POLL_MS = 1000;
/** At most this often, however many changes there are. */
const PACE_MS = 20;
const RETRY_MS = 1000;

export interface Seen {
  readonly cases: CaseView[];
  readonly to: Position;
  readonly tooMany: boolean;
}
type Listener = (seen: Seen) => void;

/**
 * Hears of changed tasks and tells the streams of this instance. The instance that changed a task is not the one that streams it, so the news comes through
 * PostgreSQL's NOTIFY, with a poll behind it; it is read once for all streams, and not at all while there are none.
 */
@Injectable()
export class CaseFeed implements OnApplicationBootstrap, OnModuleDestroy {
  readonly #listeners = new Set<Listener>();
  readonly #bell = new Bell();
  readonly #pacer = new Pacer(PACE_MS);
  #listening: pg.Client | undefined;
  #from: Position | undefined;
  #running: Promise<void> | undefined;
  #closing = false;

  constructor(
    private readonly changed: ChangedCases,
    private readonly showCases: ShowCases,
    @Inject(PG_POOL) private readonly pool: pg.Pool,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

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
   * From the returned position on the listener misses nothing; it may hear of something twice.
   * @returns also a function that ends it
   */
  async follow(listener: Listener): Promise<{ from: Position; end: () => void }> {
    const from = await this.changed.here();
    if (this.#listeners.size === 0) this.#from = from;
    this.#listeners.add(listener);
    return { from, end: () => this.#listeners.delete(listener) };
  }

  async since(position: Position): Promise<Seen> {
    return this.#show(await this.changed.since(position));
  }

  async #run(): Promise<void> {
    while (!this.#closing) {
      await this.#bell.wait(POLL_MS);
      if (this.#closing) return;
      try {
        await this.#listen();
        if (this.#listeners.size === 0 || this.#from === undefined) continue;
        await this.#pacer.next();
        const seen = await this.since(this.#from);
        this.#from = seen.to;
        if (seen.cases.length > 0 || seen.tooMany) for (const listener of this.#listeners) listener(seen);
      } catch (error) {
        this.log.warn({ err: error }, 'changed tasks could not be read; trying again');
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS).unref());
      }
    }
  }

  async #show({ rows, to, tooMany }: Changes): Promise<Seen> {
    return { cases: tooMany ? [] : await this.showCases.show(rows, new Date()), to, tooMany };
  }

  /** A connection of its own, since a pooled one would take its listening along to other work. */
  async #listen(): Promise<void> {
    if (this.#listening) return;
    const client = new pg.Client({ connectionString: this.pool.options.connectionString ?? '', application_name: 'candor-alerting-live', connectionTimeoutMillis: 5000, keepAlive: true });
    client.on('notification', () => this.#bell.ring());
    client.on('error', () => (this.#listening = undefined));
    client.on('end', () => (this.#listening = undefined));
    await client.connect();
    await client.query(`LISTEN ${CASES_CHANGED}`);
    this.#listening = client;
  }
}
