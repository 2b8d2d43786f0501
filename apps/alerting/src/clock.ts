import { LOGGER, type Logger } from '@candor/observability';
import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Queue, Worker, type ConnectionOptions } from 'bullmq';
import { DataSource } from 'typeorm';
import { EscalateOverdue } from './case/escalate-overdue-case/escalate.ts';
import { FOLLOW_UP_SETTINGS, type FollowUpSettings } from './case/settings.ts';
import { KnownRepository } from './known/known.repository.ts';

export const CLOCK_OPTIONS = Symbol('CLOCK_OPTIONS');
export interface ClockOptions {
  redisUrl: string;
  /** Before the names of queues. */
  prefix: string;
}

const QUEUE = 'alerting-clock';
const WAKE_MS = 5_000;
/** Behind the wakes: finds what a lost Redis has not woken anybody for. */
const POLL_MS = 30_000;
const DAY_MS = 86_400_000;

/**
 * Looks at deadlines now and then, and at copies that nobody needs. BullMQ wakes one instance at a time, so that instances do not all look at once; a poll stands behind
 * it. Neither decides anything: the rows do.
 */
@Injectable()
export class Clock implements OnApplicationBootstrap, OnModuleDestroy {
  #queue: Queue | undefined;
  #worker: Worker | undefined;
  #poll: NodeJS.Timeout | undefined;
  #looking: Promise<void> | undefined;
  #wishing: Promise<void> | undefined;

  constructor(
    private readonly escalate: EscalateOverdue,
    private readonly known: KnownRepository,
    private readonly dataSource: DataSource,
    @Inject(FOLLOW_UP_SETTINGS) private readonly settings: FollowUpSettings,
    @Inject(CLOCK_OPTIONS) private readonly options: ClockOptions,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  onApplicationBootstrap(): void {
    const { redisUrl, prefix } = this.options;
    const options = { connection: { url: redisUrl, maxRetriesPerRequest: null } satisfies ConnectionOptions, prefix: `${prefix}candor` };
    this.#queue = new Queue(QUEUE, options);
    this.#worker = new Worker(QUEUE, () => this.#look(), { ...options, removeOnComplete: { count: 0 }, removeOnFail: { count: 10 } });
    // Redis away: the poll goes on alone, and the wakes begin again by themselves.
    this.#queue.on('error', (error) => this.log.debug({ err: error }, 'Redis is away'));
    this.#worker.on('error', (error) => this.log.debug({ err: error }, 'Redis is away'));
    this.#poll = setInterval(() => this.#tick(), POLL_MS);
    this.#tick();
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.#poll);
    await this.#worker?.close(true).catch(() => undefined);
    await this.#queue?.close().catch(() => undefined);
    await this.#looking;
  }

  #tick(): void {
    // Again each time: an emptied Redis has forgotten it. While Redis is away the wish waits, and one is enough.
    this.#wishing ??= this.#queue?.upsertJobScheduler('look', { every: WAKE_MS }).then(() => undefined, () => undefined).finally(() => (this.#wishing = undefined));
    void this.#look();
  }

  #look(): Promise<void> {
    this.#looking ??= this.#work().finally(() => (this.#looking = undefined));
    return this.#looking;
  }

  async #work(): Promise<void> {
    try {
      const now = new Date();
      await this.escalate.all(now);
      const unneeded = new Date(now.getTime() - this.settings.maxAgeMs - DAY_MS);
      await this.dataSource.transaction((tx) => this.known.forgetUnusedWords(tx, unneeded, 5_000));
    } catch (error) {
      this.log.warn({ err: error }, 'deadlines could not be looked at; trying again');
    }
  }
}
