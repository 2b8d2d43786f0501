import type { ServiceName } from '@candor/contracts';
import type { ClientConfig } from 'pg';
import { HEADER } from '../envelope/headers.ts';
import { placeKey, type KafkaPort, type KafkaProducer, type Log, type OutgoingRecord } from '../kafka/index.ts';
import { Acknowledged } from './acknowledged.ts';
import { Bell } from './bell.ts';
import { Lease, LEASE_MS } from './lease.ts';
import { olderThanKafka, remedyOf, type Older } from './older-than-kafka.ts';
import { Pacer } from './pacer.ts';
import { relayMetrics } from './relay-metrics.ts';
import { RELEASED, RelayStore, type OutboxRow, type SentRange } from './relay-store.ts';
import type { Streams } from './streams.ts';
import { Vacuum } from './vacuum.ts';

const PACE_MS = 10;
/** Behind the bell: finds what a writer that died did not ring for. */
const POLL_MS = 500;
/** A send that takes longer shows in readiness. */
const LATE_MS = 5000;
/** Brokers forget the name of a fence after seven days without a new epoch. */
const FENCE_MS = 24 * 3600 * 1000;
const ROWS_PER_ROUND = 5000;
/** Kafka takes 1 MB per partition and request. */
const BYTES_PER_STREAM = 700_000;

export interface RelayOptions {
  service: ServiceName;
  kafka: KafkaPort;
  database: ClientConfig;
  streams: Streams;
  /** Of LISTEN and NOTIFY. */
  channel: string;
  /** Names this process in the lease row. */
  holder: string;
  log: Log;
  leaseMs?: number;
}

/**
 * Publishes what the outbox holds: one relay per service at a time, in the order of the numbers, one send in flight, and forgets it after the
 * acknowledgement. It may repeat (readers drop what they have); it cannot skip.
 */
export class Relay {
  readonly acknowledged = new Acknowledged();
  readonly #options: RelayOptions;
  readonly #bell = new Bell();
  readonly #pacer = new Pacer(PACE_MS);
  readonly #lease: Lease;
  readonly #vacuum: Vacuum;
  #stopping = false;
  #running: Promise<void> | undefined;
  #problem: string | undefined = 'not started';
  #sendingSince = Infinity;
  /** One of each topic that is not published until it is published again. */
  #held: Older[] = [];

  constructor(options: RelayOptions) {
    this.#options = options;
    this.#lease = new Lease(options.holder, options.leaseMs ?? LEASE_MS);
    this.#vacuum = new Vacuum(options.database, options.log);
  }

  /** Whether this process is the one that publishes. */
  get leading(): boolean {
    return this.#lease.epoch !== undefined;
  }

  /** Why nothing is being published, if that is so. */
  get problem(): string | undefined {
    const waiting = performance.now() - this.#sendingSince;
    if (waiting > LATE_MS) return `Kafka has not acknowledged a send of the outbox relay for ${Math.round(waiting / 1000)} s`;
    return (this.#problem ?? this.#held.map((older) => remedyOf(older, this.#options.service)).join('; ')) || undefined;
  }

  start(): void {
    this.#running ??= this.#run();
  }

  /** Something was written. */
  wake(): void {
    this.#bell.ring();
  }

  /** Finishes what is in flight and gives the lease back. */
  async stop(): Promise<void> {
    this.#stopping = true;
    this.#bell.ring();
    await this.#running;
    await this.#vacuum.stop();
  }

  async #run(): Promise<void> {
    let delay = 100;
    while (!this.#stopping) {
      try {
        await this.#session(() => (delay = 100));
      } catch (error) {
        relayMetrics.failures.inc();
        this.#problem = `the outbox relay cannot publish: ${(error as Error).message}`;
        this.#options.log.warn({ err: error }, 'outbox relay: will try again');
        if (!this.#stopping) await new Promise((resolve) => setTimeout(resolve, delay));
        delay = Math.min(delay * 2, 2000);
      }
    }
  }

  /** From connecting to the first failure. What was sent and not marked then is sent again by the next session. */
  async #session(works: () => void): Promise<void> {
    const { database, channel } = this.#options;
    let broken: Error | undefined;
    const onNotify = (message: string) => {
      if (this.leading || message === RELEASED) this.#bell.ring();
    };
    const store = await RelayStore.connect(database, channel, onNotify, (error) => {
      broken = error;
      this.#bell.ring();
    });
    const renewal = setInterval(() => void this.#renew(store), this.#lease.ms / 4);
    try {
      while (!this.#stopping) {
        if (broken) throw broken;
        if (await this.#lease.acquire(store.marker)) {
          await this.#publish(store, works, () => broken);
        } else {
          this.#problem = undefined;
          works();
          await this.#bell.wait(this.#lease.ms / 5);
        }
      }
    } finally {
      clearInterval(renewal);
      this.#sendingSince = Infinity;
      relayMetrics.leading.set(0);
      await this.#lease.release(store.marker).catch(() => undefined);
      if (this.#stopping) await store.announceRelease(channel).catch(() => undefined);
      await store.close();
    }
  }

  /** With a producer of its own: to connect it shuts out whoever published before, which one who only waits for the lease must not do. */
  async #publish(store: RelayStore, works: () => void, broken: () => Error | undefined): Promise<void> {
    while (!this.#stopping && this.#lease.epoch !== undefined) {
      const producer = this.#options.kafka.producer(this.#options.channel);
      try {
        await producer.connect();
        // Still the holder after that: so whoever takes the lease from here on shuts this producer out.
        if (!(await this.#lease.renew(store.marker))) return;
        await this.#lead(store, producer, works, broken);
      } finally {
        this.#hold([]);
        await producer.disconnect().catch(() => undefined);
      }
    }
  }

  async #lead(store: RelayStore, producer: KafkaProducer, works: () => void, broken: () => Error | undefined): Promise<void> {
    const renewFence = performance.now() + FENCE_MS;
    const { streams } = this.#options;
    await streams.reload(store.reader);
    const ends = await store.ends();
    const sent = new Map([...ends].map(([stream, end]) => [stream, end.sent] as const));
    this.#hold(await olderThanKafka(this.#options.kafka, store, streams, ends));
    this.#problem = undefined;
    works();
    this.acknowledged.advance(sent);
    relayMetrics.leading.set(1);
    this.#options.log.info({ epoch: String(this.#lease.epoch) }, 'outbox relay: this instance publishes');
    const perStream = Math.max(200, Math.floor(ROWS_PER_ROUND / Math.max(1, streams.size)));
    let marking = Promise.resolve(true);
    while (!this.#stopping && this.#lease.epoch !== undefined && performance.now() < renewFence) {
      const failure = broken();
      if (failure) throw failure;
      await this.#pacer.next();
      if (this.#held.length > 0) this.#letGo();
      const rows = fitting(await store.read(sent, perStream, this.#heldStreams()));
      if (rows.length === 0) {
        // Perhaps another instance has published the topic again.
        if (this.#held.length > 0) await streams.reload(store.reader);
        relayMetrics.backlog.set(await store.backlog());
        await this.#bell.wait(POLL_MS);
        continue;
      }
      // Looked at as late as possible: a process that was stopped wakes up here.
      if (!this.#lease.mayPublish) {
        if (!(await this.#lease.renew(store.marker))) break;
        continue;
      }
      const { epoch } = this.#lease;
      this.#sendingSince = performance.now();
      const records = rows.map((row) => this.#record(row));
      const kafkaEnds = await producer.send(records);
      this.#sendingSince = Infinity;
      const places = new Map(rows.map(({ stream }, index) => [stream, placeKey(records[index]!)]));
      const ranges = rangesOf(rows, sent).map((range) => ({ ...range, end: kafkaEnds.get(places.get(range.stream)!) }));
      for (const { stream, last } of ranges) sent.set(stream, last);
      this.acknowledged.advance(ranges.map(({ stream, last }) => [stream, last] as const));
      this.#observe(rows);
      if (!(await marking)) break;
      marking = store.mark(epoch!, ranges);
      marking.catch(() => undefined);
      this.#vacuum.deleted(rows.length);
    }
    if (!(await marking)) this.#lease.lose();
    if (!this.#stopping && !this.leading) this.#options.log.warn({}, 'outbox relay: another instance has taken over');
  }

  /** One of each topic is enough: none of its partitions is published. */
  #hold(older: readonly Older[]): void {
    this.#held = [...new Map(older.map((one) => [one.stream.topic, one])).values()];
    relayMetrics.held.reset();
    for (const one of this.#held) {
      relayMetrics.held.set({ topic: one.stream.topic }, 1);
      this.#options.log.error({ topic: one.stream.topic, partition: one.stream.partition, sent: String(one.sent), kafka: String(one.kafka?.number ?? 'expired') }, `outbox relay: ${remedyOf(one, this.#options.service)}`);
    }
  }

  /** A topic that was published again has other streams. */
  #letGo(): void {
    const left = this.#held.filter(({ stream }) => this.#options.streams.byId(stream.id));
    if (left.length < this.#held.length) this.#hold(left);
  }

  #heldStreams(): number[] {
    const held = new Set(this.#held.map(({ stream }) => stream.topic));
    return held.size === 0 ? [] : this.#options.streams.all().flatMap(({ id, topic }) => (held.has(topic) ? [id] : []));
  }

  #record({ stream, number, key, headers, payload }: OutboxRow): OutgoingRecord {
    const target = this.#options.streams.byId(stream);
    if (!target) throw new Error(`Stream ${stream} of the outbox is unknown: it was made since, or by a newer release`);
    const own = JSON.parse(headers) as Record<string, string>;
    own[HEADER.sequence] = String(number);
    own[HEADER.generation] = target.generation;
    return { topic: target.topic, partition: target.partition, key, value: payload, headers: own };
  }

  async #renew(store: RelayStore): Promise<void> {
    // A failure shows in the loop: the lease runs out.
    if (this.#lease.epoch !== undefined) await this.#lease.renew(store.reader).catch(() => undefined);
  }

  #observe(rows: readonly OutboxRow[]): void {
    const perTopic = new Map<string, number>();
    let oldest = Infinity;
    for (const { stream, writtenAt } of rows) {
      const topic = this.#options.streams.byId(stream)?.topic ?? '';
      perTopic.set(topic, (perTopic.get(topic) ?? 0) + 1);
      oldest = Math.min(oldest, writtenAt.getTime());
    }
    for (const [topic, count] of perTopic) relayMetrics.published.inc({ topic }, count);
    relayMetrics.latency.observe(Math.max(0, Date.now() - oldest) / 1000);
  }
}

/** As many of each stream's first rows as one request takes. */
function fitting(rows: OutboxRow[]): OutboxRow[] {
  const bytes = new Map<number, number>();
  return rows.filter(({ stream, payload, headers }) => {
    const before = bytes.get(stream) ?? 0;
    const after = before + (payload?.length ?? 0) * 2 + headers.length;
    bytes.set(stream, after);
    return before === 0 || after <= BYTES_PER_STREAM;
  });
}

/** Rows come in the order of each stream's numbers. */
export function rangesOf(rows: readonly Pick<OutboxRow, 'stream' | 'number'>[], sent: ReadonlyMap<number, bigint>): SentRange[] {
  const last = new Map<number, bigint>();
  for (const { stream, number } of rows) {
    const previous = last.get(stream) ?? sent.get(stream) ?? 0n;
    if (number !== previous + 1n) throw new Error(`The outbox lacks number ${previous + 1n} of stream ${stream}: its rows were changed by something else`);
    last.set(stream, number);
  }
  return [...last].map(([stream, number]) => ({ stream, after: sent.get(stream) ?? 0n, last: number }));
}
