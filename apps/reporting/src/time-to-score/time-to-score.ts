import { cellScored, responseRecorded, responseTopic } from '@candor/contracts';
import { PG_POOL, textArray } from '@candor/database';
import { isEvent, partitionOf, type Received } from '@candor/messaging';
import { LOGGER, type Logger } from '@candor/observability';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type pg from 'pg';
import { ScoreMarks } from './score-marks.ts';

const EVERY_MS = 1000;
/** Whatever is not in the figures by then waits for something that another instance sees, or for a person. */
const PATIENCE_MS = 10 * 60_000;
/** Of a large batch so many are timed, evenly: percentiles are the same, and the rest of the row is written once only. */
const MOST_PER_BATCH = 100;

interface Waiting {
  source: string;
  offset: bigint;
  recordedAt: number;
}

/** Rows that somebody is changing are left out, rather than waited for in another order than theirs: it is one time less. */
const WRITE = `WITH timed AS (SELECT * FROM unnest($1::text[], $2::text[]) AS t(id, at)),
  free AS (SELECT a.id FROM answer a JOIN timed USING (id) WHERE a.scored_at IS NULL AND a.recorded_at IS NOT NULL ORDER BY a.id FOR NO KEY UPDATE OF a SKIP LOCKED)
  UPDATE answer a SET scored_at = t.at::timestamptz FROM free JOIN timed t USING (id) WHERE a.id = free.id`;

/**
 * Times how long answers take from being recorded to being in the figures here. Cells come by a way of their own and name no answer, so that both ends are held together in memory, and only times are kept: answers of
 * before this process began, and those whose cells another instance reads, have none.
 */
@Injectable()
export class TimeToScore implements OnApplicationBootstrap, OnApplicationShutdown {
  readonly #marks = new ScoreMarks();
  readonly #waiting = new Map<string, Waiting>();
  readonly #since = Date.now();
  #timer: NodeJS.Timeout | undefined;
  #writing: Promise<void> = Promise.resolve();

  constructor(@Inject(PG_POOL) private readonly pool: pg.Pool, @Inject(LOGGER) private readonly log: Logger) {}

  onApplicationBootstrap(): void {
    this.#timer = setInterval(() => {
      this.#writing = this.#writing.then(() => this.#write()).catch((error: unknown) => this.log.warn({ err: error }, 'times from answer to score could not be kept'));
    }, EVERY_MS);
    this.#timer.unref();
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.#timer);
    await this.#writing;
  }

  /** Answers that are among the rows; to call after the commit. */
  recorded(events: readonly Received[]): void {
    const fresh = events.filter((event) => isEvent(event, responseRecorded) && Date.parse(event.data.changedAt) >= this.#since);
    const step = Math.max(1, Math.ceil(fresh.length / MOST_PER_BATCH));
    for (let at = 0; at < fresh.length; at += step) {
      const { key, offset, data } = fresh[at] as Received<{ id: string; changedAt: string }>;
      this.#waiting.set(data.id, { source: `r${partitionOf(key, responseTopic.partitions)}`, offset, recordedAt: Date.parse(data.changedAt) });
    }
  }

  /** Cells that are in the figures; to call after the commit. */
  scored(events: readonly Received[]): void {
    const reached = new Map<string, number>();
    for (const event of events) if (isEvent(event, cellScored) && event.data.version > (reached.get(event.data.source) ?? -1)) reached.set(event.data.source, event.data.version);
    const now = Date.now();
    for (const [source, version] of reached) this.#marks.reached(source, BigInt(version), now);
  }

  async #write(): Promise<void> {
    const now = Date.now();
    const timed: [string, string][] = [];
    for (const [id, { source, offset, recordedAt }] of this.#waiting) {
      const at = this.#marks.heldAt(source, offset);
      if (at === undefined && now - recordedAt < PATIENCE_MS) continue;
      this.#waiting.delete(id);
      // A clock that was set back, or a topic that began anew, would make it less than nothing.
      if (at !== undefined && at >= recordedAt) timed.push([id, new Date(at).toISOString()]);
    }
    if (timed.length > 0) await this.pool.query(WRITE, [textArray(timed.map(([id]) => id)), textArray(timed.map(([, at]) => at))]);
  }
}
