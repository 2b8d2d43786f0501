import { metrics, type Logger } from '@candor/observability';
import { Queue, Worker, type ConnectionOptions } from 'bullmq';
import { Redis } from 'ioredis';
import type { Sleeper, Waker } from './waker.ts';

const failures = metrics.counter('candor_dispatch_waker_failures_total', 'Wakings that Redis did not take; the poll finds them');
/** Times are rounded up to this, so that many rows due at about one time share a job. */
const GRAIN_MS = 1000;
const CLOSE_MS = 1000;

/** Wakes by delayed jobs in Redis: one for each second in which something falls due, whoever announced it. */
export class BullmqWaker implements Waker {
  readonly #connection: Redis;
  readonly #listening: Redis;
  readonly #queue: Queue;
  readonly #worker: Worker;
  /** The second announced last. */
  readonly #announced = new Map<Sleeper, number>();
  #wake: (sleeper: Sleeper) => void = () => undefined;

  /** @param prefix keeps installations that share a Redis apart. */
  constructor(url: string, prefix: string, logger: Pick<Logger, 'warn'>) {
    // Adds fail at once while Redis is away: nobody waits for a waking.
    this.#connection = new Redis(url, { maxRetriesPerRequest: null, enableOfflineQueue: false, lazyConnect: false, retryStrategy: (attempt) => Math.min(attempt * 100, 2000) });
    this.#listening = new Redis(url, { maxRetriesPerRequest: null, retryStrategy: (attempt) => Math.min(attempt * 100, 2000) });
    let silent = false;
    const note = (error: Error): void => {
      if (!silent) logger.warn({ err: error }, 'Redis is away; due work is found by polling');
      silent = true;
    };
    for (const redis of [this.#connection, this.#listening]) redis.on('error', note).on('ready', () => (silent = false));

    const options = { prefix: `${prefix}candor` };
    this.#queue = new Queue('dispatch-wake', { ...options, connection: this.#connection as unknown as ConnectionOptions });
    this.#queue.on('error', note);
    this.#worker = new Worker('dispatch-wake', async (job) => this.#wake(job.name as Sleeper), {
      ...options, connection: this.#listening as unknown as ConnectionOptions, concurrency: 1, removeOnComplete: { count: 0 }, removeOnFail: { count: 0 },
    });
    this.#worker.on('error', note);
  }

  onWake(wake: (sleeper: Sleeper) => void): void {
    this.#wake = wake;
  }

  announce(sleeper: Sleeper, at: Date): void {
    const slot = Math.ceil(at.getTime() / GRAIN_MS);
    if (this.#announced.get(sleeper) === slot) return;
    this.#announced.set(sleeper, slot);
    const delay = Math.max(0, slot * GRAIN_MS - Date.now());
    // One job id per second: announcing twice makes one job.
    this.#queue.add(sleeper, {}, { jobId: `${sleeper}-${slot}`, delay, removeOnComplete: true, removeOnFail: true }).catch(() => {
      failures.inc();
      this.#announced.delete(sleeper);
    });
  }

  async check(): Promise<void> {
    if (this.#connection.status !== 'ready') throw new Error(`Redis is away (${this.#connection.status})`);
    await this.#connection.ping();
  }

  async close(): Promise<void> {
    // Both wait for Redis, which may never come back.
    const orderly = Promise.allSettled([this.#worker.close(true), this.#queue.close()]);
    await Promise.race([orderly, new Promise((resolve) => setTimeout(resolve, CLOSE_MS))]);
    this.#connection.disconnect();
    this.#listening.disconnect();
  }
}
