import { LOGGER, type Logger } from '@candor/observability';
import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Queue, Worker, type ConnectionOptions } from 'bullmq';
import { EscalateOverdue } from './case/escalate-overdue-case/escalate.ts';
import { KnownRepository } from './known/known.repository.ts';
import { DataSource } from 'typeorm';
import { FOLLOW_UP_SETTINGS, type FollowUpSettings } from './case/settings.ts';

export const CLOCK_OPTIONS = Symbol('CLOCK_OPTIONS');
export interface ClockOptions {
  redisUrl: string;
  /** Before the names of queues. */
  prefix: string;
}

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
    const connection: ConnectionOptions = { url: redisUrl, maxRetriesPerRequest: null, enableOfflineQueue: false };
    const name = 'alerting-clock';
    this.#queue = new Queue(name, { connection, prefix: `${prefix}candor` });
    this.#worker = new Worker(name, () => this.#look(), { connection: { ...connection, enableOfflineQueue: true }, prefix: `${prefix}candor`, removeOnComplete: { count: 0 }, removeOnFail: { count: 10 } });
    // Redis away: the poll goes on alone, and the wakes begin again by themselves.
    this.#queue.on('error', (error) => this.log.debug({ err: error }, 'Redis is away'));
    this.#worker.on('error', (error) => this.log.debug({ err: error }, 'Redis is away'));
    this.#poll = setInterval(() => void this.#tick(), POLL_MS);
    void this.#tick();
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.#poll);
    await this.#worker?.close(true).catch(() => undefined);
    await this.#queue?.close().catch(() => undefined);
    await this.#looking;
  }

  async #tick(): Promise<void> {
    // Again each time: an emptied Redis has forgotten it.
    await this.#queue?.upsertJobScheduler('look', { every: WAKE_MS }).catch(() => undefined);
    await this.#look();
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
