import type { DataSource, EntityManager } from 'typeorm';
import type { KafkaPort, KafkaReader, Log } from '../kafka/index.ts';
import { consumerMetrics } from './consumer-metrics.ts';
import type { Handler } from './handlers.ts';
import { PartitionWorker, type Feed } from './partition-worker.ts';
import { Positions } from './positions.ts';
import { RangeCheck } from './range-check.ts';

export interface ConsumerOptions {
  service: string;
  consumer: string;
  handlers: readonly Handler[];
  dataSource: DataSource;
  kafka: KafkaPort;
  log: Log;
  onCommit: (tx: EntityManager) => void;
  /** A consumer that shows no sign of life for so long is started again. */
  silenceMs?: number;
}

const WATCH_MS = 1000;
const SILENCE_MS = 30_000;
const COMMIT_EVERY_MS = 1000;

type State = { is: 'starting' } | { is: 'running' } | { is: 'stopped'; reason: string };

/**
 * One consumer of the service: a member of a group, kept alive. The client is known to stop without a word, so a watchdog looks for signs of
 * life and starts a new one. It stops for good only where going on would hide a loss; then readiness says so.
 */
export class Consumer implements Feed {
  readonly #options: ConsumerOptions;
  readonly #worker: PartitionWorker;
  readonly #positions: Positions;
  readonly #ranges: RangeCheck;
  readonly #resting = new Set<NodeJS.Timeout>();
  readonly #uncommitted = new Map<string, { topic: string; partition: number; offset: bigint }>();
  #reader: KafkaReader | undefined;
  #state: State = { is: 'starting' };
  #busy = false;
  #alive = performance.now();
  #lastCommit = 0;
  #restarting: Promise<void> | undefined;
  #watchdog: NodeJS.Timeout | undefined;
  #closing = false;
  #session = 0;

  constructor(options: ConsumerOptions) {
    this.#options = options;
    const { consumer, handlers, dataSource, kafka, log, onCommit } = options;
    this.#positions = new Positions(dataSource, kafka, consumer);
    this.#worker = new PartitionWorker({ consumer, handlers, kafka, log, target: { dataSource, onCommit }, positions: this.#positions, feed: this });
    this.#ranges = new RangeCheck(this.#positions, kafka, consumer);
  }

  get name(): string {
    return this.#options.consumer;
  }

  /** Why it does not read, if that is so. */
  get problem(): string | undefined {
    if (this.#state.is === 'running') return undefined;
    return this.#state.is === 'stopped' ? this.#state.reason : `${this.name} is not connected to Kafka`;
  }

  start(): void {
    this.#watchdog = setInterval(() => this.#watch(), WATCH_MS);
    this.#restart(0);
  }

  async close(): Promise<void> {
    this.#closing = true;
    clearInterval(this.#watchdog);
    for (const timer of this.#resting) clearTimeout(timer);
    await this.#restarting;
    await this.#commit(true);
    await this.#reader?.stop().catch(() => undefined);
  }

  seek(topic: string, partition: number, offset: bigint): void {
    this.#reader?.seek(topic, partition, offset);
  }

  rest(topic: string, partition: number, ms: number): void {
    const reader = this.#reader;
    reader?.pause(topic, partition);
    const timer = setTimeout(() => {
      this.#resting.delete(timer);
      // Another reader knows nothing of the pause; a stopped one throws.
      if (reader === this.#reader) reader?.resume(topic, partition);
    }, ms);
    this.#resting.add(timer);
  }

  stopLoudly(reason: string): void {
    if (this.#state.is === 'stopped') return;
    this.#state = { is: 'stopped', reason };
    consumerMetrics.stopped.set({ consumer: this.name }, 1);
    this.#options.log.error({ consumer: this.name, reason }, 'consumer stopped: going on would hide a loss');
    void this.#discard();
  }

  committed(topic: string, partition: number, next: bigint): void {
    this.#uncommitted.set(`${topic}/${partition}`, { topic, partition, offset: next });
  }

  get session(): number {
    return this.#session;
  }

  rewind(session: number): void {
    if (session !== this.#session) return;
    this.#beginSession();
    // A new member of the group begins with nothing in its hands.
    this.#restart(0);
  }

  #beginSession(): void {
    this.#session += 1;
    this.#positions.forgetAll();
  }

  #watch(): void {
    void this.#commit(false);
    if (this.#busy || this.#restarting || this.#state.is !== 'running') return;
    const silent = performance.now() - this.#alive;
    if (silent < (this.#options.silenceMs ?? SILENCE_MS)) return;
    this.#options.log.warn({ consumer: this.name, silentMs: Math.round(silent) }, 'consumer gave no sign of life: starting it again');
    this.#restart(0);
  }

  #restart(delay: number): void {
    if (this.#closing || this.#restarting || this.#state.is === 'stopped') return;
    if (this.#reader) consumerMetrics.restarts.inc({ consumer: this.name });
    this.#state = { is: 'starting' };
    this.#restarting = this.#connect(delay).finally(() => (this.#restarting = undefined));
  }

  async #connect(delay: number): Promise<void> {
    for (let wait = delay; !this.#closing && this.#state.is === 'starting'; wait = Math.min(Math.max(wait * 2, 200), 5000)) {
      if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
      await this.#discard();
      if (this.#closing) return;
      const reader = this.#makeReader();
      this.#reader = reader;
      this.#alive = performance.now();
      try {
        await reader.start();
        if (this.#reader === reader && !reader.stopped && this.#state.is === 'starting') this.#state = { is: 'running' };
      } catch (error) {
        this.#options.log.warn({ err: error, consumer: this.name }, 'consumer could not start: will try again');
      }
    }
  }

  #makeReader(): KafkaReader {
    const { kafka, service, consumer, handlers, log } = this.#options;
    const reader: KafkaReader = kafka.reader({
      group: `candor-${service}-${consumer}`,
      topics: handlers.map(({ topic }) => topic.name),
      onActivity: () => (this.#alive = performance.now()),
      onAssigned: (assignment) => {
        this.#beginSession();
        this.#ranges.check(assignment).then(
          (reason) => reason !== undefined && this.stopLoudly(reason),
          (error: Error) => log.warn({ err: error, consumer }, 'could not compare the stored offsets with the topic'),
        );
      },
      onStopped: (error) => {
        if (this.#reader !== reader) return;
        log.warn({ err: error, consumer }, 'consumer stopped by itself: starting it again');
        this.#restart(200);
      },
      onBatch: async (batch, heartbeat) => {
        if (this.#reader !== reader || this.#state.is === 'stopped' || this.#closing) return batch.fetchedOffset;
        this.#busy = true;
        // A long transaction must not cost us the membership; a rebalance meanwhile is the fence's business.
        const beat = setInterval(() => void heartbeat().catch(() => undefined), 3000);
        try {
          return await this.#worker.take(batch);
        } finally {
          clearInterval(beat);
          this.#busy = false;
          this.#alive = performance.now();
        }
      },
    });
    return reader;
  }

  async #discard(): Promise<void> {
    const old = this.#reader;
    this.#reader = undefined;
    if (!old) return;
    let timer: NodeJS.Timeout | undefined;
    const patience = new Promise<void>((resolve) => (timer = setTimeout(resolve, 10_000)));
    // One that hangs is left behind: it has nothing to say any more.
    await Promise.race([old.stop().catch(() => undefined), patience]);
    clearTimeout(timer);
  }

  /** Only for tools that show lag: nothing of ours reads it, so a failure is no loss. */
  async #commit(now: boolean): Promise<void> {
    if (this.#uncommitted.size === 0 || (!now && performance.now() - this.#lastCommit < COMMIT_EVERY_MS)) return;
    this.#lastCommit = performance.now();
    const offsets = [...this.#uncommitted.values()];
    this.#uncommitted.clear();
    if (this.#state.is === 'running') await this.#reader?.commit(offsets).catch(() => undefined);
  }
}
