import { randomUUID } from 'node:crypto';
import { catalogTopic } from '@candor/contracts';
import { decode, LiveReader, screen, type IncomingBatch, type KafkaPort, type Log, type Position, type Received } from '@candor/messaging';
import { metrics } from '@candor/observability';

const refused = metrics.counter('candor_catalog_copy_refused_total', 'Records of the catalogue that could not be read');

interface Waiter {
  end: bigint;
  resolve: () => void;
}

/** Reads the catalogue's topic (one partition) from its beginning and follows it, in a group of its own that nobody uses again. */
export class Follower {
  readonly #kafka: KafkaPort;
  readonly #log: Log;
  readonly #group: string;
  readonly #reader: LiveReader;
  readonly #apply: (event: Received) => void;
  readonly #waiters = new Set<Waiter>();
  #position: Position = { next: 0n, generation: null, number: null };
  #asked: Promise<bigint> | undefined;
  #asking: Promise<bigint> | undefined;

  constructor(kafka: KafkaPort, service: string, log: Log, apply: (event: Received) => void) {
    this.#kafka = kafka;
    this.#log = log;
    this.#group = `candor-${service}-catalog-copy-${randomUUID()}`;
    this.#apply = apply;
    this.#reader = new LiveReader({
      kafka, log,
      group: this.#group,
      topics: [catalogTopic.name],
      onBatch: async (batch) => this.#take(batch),
    });
  }

  start(): void {
    this.#reader.start();
  }

  async stop(): Promise<void> {
    await this.#reader.close();
    await this.#kafka.deleteGroup(this.#group).catch(() => undefined);
  }

  /** Waits until everything is applied that the topic holds at the time of the call. @returns false if `ms` pass first */
  async reachEnd(ms: number): Promise<boolean> {
    const waiter: Waiter = { end: 0n, resolve: () => undefined };
    let timer: NodeJS.Timeout | undefined;
    const tooLate = new Promise<false>((resolve) => (timer = setTimeout(() => resolve(false), ms)));
    const reached = this.#end().then((end) => {
      if (this.#position.next >= end) return true;
      return new Promise<true>((resolve) => {
        Object.assign(waiter, { end, resolve: () => resolve(true) });
        this.#waiters.add(waiter);
      });
    });
    try {
      return await Promise.race([reached, tooLate]);
    } finally {
      clearTimeout(timer);
      this.#waiters.delete(waiter);
    }
  }

  /** Callers share a question to Kafka that has not been sent yet; one that is under way may have the answer of before their call. */
  async #end(): Promise<bigint> {
    this.#asking ??= (this.#asked ?? Promise.resolve(0n)).catch(() => 0n).then(() => {
      this.#asking = undefined;
      this.#asked = this.#kafka.offsets(catalogTopic.name).then((ranges) => ranges[0]?.high ?? 0n);
      return this.#asked;
    });
    return this.#asking;
  }

  #take(batch: IncomingBatch): bigint {
    // A reader that was started again begins at the first record: what we have is dropped by its number.
    const { fresh, to } = screen(catalogTopic, this.#position, batch.records);
    for (const record of fresh) {
      const decoded = decode(catalogTopic, record);
      if (decoded.ok) {
        this.#apply(decoded.event);
        continue;
      }
      refused.inc();
      this.#log.error({ offset: record.offset, reason: decoded.reason }, 'a record of the catalogue cannot be read');
    }
    if (to.next > this.#position.next) this.#position = to;
    for (const waiter of this.#waiters) if (this.#position.next >= waiter.end) waiter.resolve();
    return to.next;
  }
}
