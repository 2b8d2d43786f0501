import { isTransient, PG_POOL } from '@candor/database';
import { Bell, Pacer, putAside, type RawBatch } from '@candor/messaging';
import { LOGGER, metrics, type Logger } from '@candor/observability';
import { Inject, Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import type pg from 'pg';
import { CellPublisher } from '../publication/cell-publisher.ts';
import { Fold } from './fold.ts';
import { CONSUMER, FENCED, writeCells, writeWomi } from './write-cells.ts';

/** While there is more to read, a fold grows until one of these. */
const ENOUGH_EVENTS = 100_000;
const ENOUGH_MS = 400;
/** Between two writes while caught up: latency against the cost of a transaction. */
const PACE_MS = 15;
/** Batches come one partition at a time; those of one moment share a write. */
const SETTLE_MS = 1;
const RETRY_MS = { first: 100, most: 5000 };

const written = metrics.counter('candor_scoring_cells_written_total', 'Cells added to');
const size = metrics.histogram('candor_scoring_fold_events', 'Events per write', [], [1, 10, 100, 1000, 10_000, 100_000]);

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Folds batches in memory and writes them, one write in flight while the next fold fills. */
@Injectable()
export class CellWriter implements BeforeApplicationShutdown {
  readonly #pacer = new Pacer(PACE_MS);
  readonly #bell = new Bell();
  #fold = new Fold();
  #session = -1;
  #running = false;
  #done: Promise<void> | undefined;
  readonly #waiting: Array<() => void> = [];
  #rewind: (() => void) | undefined;
  #closing = false;

  constructor(
    @Inject(PG_POOL) private readonly pool: pg.Pool,
    @Inject(LOGGER) private readonly log: Logger,
    @Inject(CellPublisher) private readonly publisher: Pick<CellPublisher, 'changed' | 'takeover'>,
  ) {}

  /** Resolves when the next batch may come; what was handed over is written a moment later, or comes again. */
  async take(batch: RawBatch): Promise<void> {
    if (batch.session !== this.#session) this.#begin(batch.session);
    this.#rewind = batch.rewind;
    try {
      this.#fold.add(batch);
    } catch (error) {
      this.#begin(batch.session);
      throw error;
    }
    this.#bell.ring();
    if (!this.#running) this.#done = this.#run();
    if (this.#fold.events >= ENOUGH_EVENTS) await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.#closing = true;
    this.#bell.ring();
    await this.#done;
  }

  #begin(session: number): void {
    if (session !== this.#session) this.publisher.takeover();
    this.#session = session;
    this.#fold = new Fold();
    this.#resume();
  }

  /** There is room again. */
  #resume(): void {
    for (const resume of this.#waiting.splice(0)) resume();
  }

  async #run(): Promise<void> {
    this.#running = true;
    while (this.#fold.moves.length > 0) {
      await this.#ripen();
      const fold = this.#fold;
      const session = this.#session;
      this.#fold = new Fold();
      this.#resume();
      await this.#write(fold, session);
    }
    this.#running = false;
  }

  /** Waits until the fold is worth writing: at once when caught up, larger while there is more to read. */
  async #ripen(): Promise<void> {
    const began = performance.now();
    await this.#pacer.next();
    await pause(SETTLE_MS);
    while (this.#fold.behind && !this.#closing && this.#fold.events < ENOUGH_EVENTS) {
      const left = began + ENOUGH_MS - performance.now();
      if (left <= 0) return;
      await this.#bell.wait(left);
    }
  }

  async #write(fold: Fold, session: number): Promise<void> {
    for (let wait = RETRY_MS.first; session === this.#session; wait = Math.min(wait * 2, RETRY_MS.most)) {
      try {
        const keys = fold.deltas.sortedKeys();
        await this.#commit(fold, keys);
        written.inc(keys.length);
        size.observe(fold.events);
        fold.applied();
        this.publisher.changed(keys, fold.reached);
        return;
      } catch (error) {
        if ((error as { code?: string }).code === FENCED) {
          this.log.info({ consumer: CONSUMER }, 'fold thrown away: another instance was faster');
          break;
        }
        this.log[isTransient(error) ? 'warn' : 'error']({ err: error, retryInMs: wait }, 'cells could not be written: will try again');
        if (this.#closing) return;
        await pause(wait);
      }
    }
    if (session !== this.#session) return;
    this.#begin(session);
    this.#rewind?.();
  }

  async #commit(fold: Fold, keys: string[]): Promise<void> {
    if (fold.refused.length === 0 && fold.deltas.womi.size === 0) return writeCells(this.pool, fold.moves, fold.deltas, keys);
    const client = await this.pool.connect();
    try {
      await client.query('BEGIN');
      await writeCells(client, fold.moves, fold.deltas, keys);
      if (fold.deltas.womi.size > 0) await writeWomi(client, fold.deltas.womi);
      const rows = { query: async <R>(text: string, values: unknown[]) => (await client.query(text, values)).rows as R[] };
      for (const { topic, partition, ...refused } of fold.refused) await putAside(rows, { consumer: CONSUMER, topic, partition }, [refused]);
      await client.query('COMMIT');
      client.release();
    } catch (error) {
      // Closed rather than rolled back: the connection may be what failed.
      client.release(true);
      throw error;
    }
  }
}
