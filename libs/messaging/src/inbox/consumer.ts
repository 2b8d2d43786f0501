import type { DataSource, EntityManager } from 'typeorm';
import { LiveReader, type KafkaPort, type Log } from '../kafka/index.ts';
import { consumerMetrics } from './consumer-metrics.ts';
import type { Handler } from './handlers.ts';
import { Joint } from './joint.ts';
import { PartitionWorker, type Feed } from './partition-worker.ts';
import { Positions } from './positions.ts';
import { RangeCheck } from './range-check.ts';
import { Standstill } from './standstill.ts';
import type { Stop } from './stop.ts';

export interface ConsumerOptions {
  group: string;
  consumer: string;
  handlers: readonly Handler[];
  dataSource: DataSource;
  kafka: KafkaPort;
  log: Log;
  onCommit: (tx: EntityManager) => void;
  silenceMs?: number | undefined;
}

const COMMIT_EVERY_MS = 1000;
/** What a fetch brings of so many partitions is taken at once, and so in one transaction. */
const MOST_PARTITIONS = 64;

/**
 * One consumer of the service. It reads until the service ends; it stops only where going on would hide a loss, until somebody accepts that, and
 * readiness says so.
 */
export class Consumer implements Feed {
  readonly #options: ConsumerOptions;
  #reader: LiveReader;
  readonly #worker: PartitionWorker;
  readonly #positions: Positions;
  readonly #ranges: RangeCheck;
  readonly #resting = new Set<NodeJS.Timeout>();
  readonly #uncommitted = new Map<string, { topic: string; partition: number; offset: bigint }>();
  #stopped: string | undefined;
  #standstill: Standstill | undefined;
  #commits: NodeJS.Timeout | undefined;
  #session = 0;
  #closed = false;

  constructor(options: ConsumerOptions) {
    this.#options = options;
    const { consumer, handlers, dataSource, kafka, log, onCommit } = options;
    this.#positions = new Positions(dataSource, kafka, consumer);
    const joint = new Joint({ dataSource, onCommit }, Math.min(...handlers.map(({ pace }) => pace)));
    this.#worker = new PartitionWorker({ consumer, handlers, kafka, log, joint, positions: this.#positions, feed: this });
    this.#ranges = new RangeCheck(this.#positions, kafka, consumer);
    this.#reader = this.#newReader();
  }

  #newReader(): LiveReader {
    const { group, consumer, handlers, kafka, log, silenceMs } = this.#options;
    return new LiveReader({
      kafka, log, silenceMs,
      group,
      topics: handlers.map(({ topic }) => topic.name),
      // A handler that writes offsets itself gets one batch after the other.
      concurrency: handlers.some(({ mode }) => mode === 'raw') ? 1 : MOST_PARTITIONS,
      onRestart: () => consumerMetrics.restarts.inc({ consumer }),
      onAssigned: (assignment) => this.#assigned(assignment),
      onBatch: async (batch) => (this.#stopped === undefined ? this.#worker.take(batch) : batch.fetchedOffset),
    });
  }

  get name(): string {
    return this.#options.consumer;
  }

  get session(): number {
    return this.#session;
  }

  /** Why it does not read, if that is so. */
  get problem(): string | undefined {
    if (this.#stopped !== undefined) return this.#stopped;
    const problem = this.#reader.problem ?? this.#worker.problem;
    return problem === undefined ? undefined : `${this.name} ${problem}`;
  }

  start(): void {
    consumerMetrics.stopped.set({ consumer: this.name }, 0);
    this.#commits = setInterval(() => void this.#commit(), COMMIT_EVERY_MS);
    this.#reader.start();
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearInterval(this.#commits);
    this.#standstill?.end();
    for (const timer of this.#resting) clearTimeout(timer);
    await this.#commit();
    await this.#reader.close();
  }

  seek(topic: string, partition: number, offset: bigint): void {
    this.#reader.current?.seek(topic, partition, offset);
  }

  rest(topic: string, partition: number, ms: number): void {
    const reader = this.#reader.current;
    reader?.pause(topic, partition);
    const timer = setTimeout(() => {
      this.#resting.delete(timer);
      // A reader that was replaced knows nothing of the pause any more.
      if (reader === this.#reader.current && this.#reader.running) reader?.resume(topic, partition);
    }, ms);
    this.#resting.add(timer);
  }

  stopLoudly(stop: Stop): void {
    if (this.#stopped !== undefined || this.#closed) return;
    const { reason } = stop;
    this.#stopped = reason;
    consumerMetrics.stopped.set({ consumer: this.name }, 1);
    this.#options.log.error({ consumer: this.name, reason }, 'consumer stopped: going on would hide a loss');
    const closing = this.#reader.close();
    this.#standstill = new Standstill(this.#options.dataSource, this.name, stop, this.#options.log, () => void closing.then(() => this.#goOn()));
  }

  #goOn(): void {
    if (this.#closed) return;
    this.#options.log.warn({ consumer: this.name, reason: this.#stopped }, 'consumer goes on: what it stopped at was accepted');
    this.#stopped = undefined;
    consumerMetrics.stopped.set({ consumer: this.name }, 0);
    this.#beginSession();
    this.#reader = this.#newReader();
    this.#reader.start();
  }

  committed(topic: string, partition: number, next: bigint): void {
    this.#uncommitted.set(`${topic}/${partition}`, { topic, partition, offset: next });
  }

  rewind(session: number): void {
    if (session !== this.#session) return;
    this.#beginSession();
    this.#reader.restart();
  }

  #beginSession(): void {
    this.#session += 1;
    this.#positions.forgetAll();
    this.#worker.begin();
  }

  #assigned(assignment: Record<string, number[]>): void {
    this.#beginSession();
    void this.#settle(assignment, this.#session);
  }

  /**
   * Compares the stored offsets with the topic, and begins there: the client would begin where Kafka was told last, and on a silent topic nobody would notice
   * that the two differ (after the database was restored from a backup). Tried until it works or the assignment is another.
   */
  async #settle(assignment: Record<string, number[]>, session: number): Promise<void> {
    const ours = () => session === this.#session && this.#stopped === undefined && !this.#closed;
    for (let pause = 200; ours(); pause = Math.min(pause * 2, 3000)) {
      try {
        const stop = await this.#ranges.check(assignment);
        if (!ours()) return;
        if (stop !== undefined) return this.stopLoudly(stop);
        // What has been read meanwhile is known here and now: this never goes back behind it.
        for (const [topic, partitions] of Object.entries(assignment)) {
          for (const partition of partitions) {
            const position = this.#positions.known(topic, partition);
            if (position) this.seek(topic, partition, position.next);
          }
        }
        return;
      } catch (error) {
        this.#options.log.warn({ err: error, consumer: this.name }, 'could not compare the stored offsets with the topic: will try again');
        await new Promise((resolve) => setTimeout(resolve, pause));
      }
    }
  }

  /** Only for tools that show lag: nothing of ours reads it, so a failure is no loss. */
  async #commit(): Promise<void> {
    if (this.#uncommitted.size === 0 || !this.#reader.running) return;
    const offsets = [...this.#uncommitted.values()];
    this.#uncommitted.clear();
    await this.#reader.current?.commit(offsets).catch(() => undefined);
  }
}
