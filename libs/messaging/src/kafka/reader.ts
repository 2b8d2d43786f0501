import type { Consumer, Kafka } from 'kafkajs';
import type { IncomingBatch, IncomingRecord } from './records.ts';

export interface ReaderOptions {
  group: string;
  /** Without the prefix. */
  topics: string[];
  prefix: string;
  /** How many partitions' batches may be in hand at a time; 1 unless given. */
  concurrency?: number;
  /** Returns the offset up to which (exclusively) the batch is done; what is left comes again. It must not throw. */
  onBatch(batch: IncomingBatch, heartbeat: () => Promise<void>): Promise<bigint>;
  /** The group has been joined: these partitions are ours until the next call. */
  onAssigned?(assignment: Record<string, number[]>): void;
  /** A sign of life: Kafka has answered a fetch or a heartbeat. */
  onActivity?(): void;
  /** It has stopped, and will not start again by itself. */
  onStopped?(error: Error | undefined): void;
}

/** How long a fetch waits for something to come, and so how long it takes to stop. */
const MAX_WAIT_MS = 500;

/** One member of a consumer group. Once stopped it stays stopped: make another. */
export class KafkaReader {
  readonly #consumer: Consumer;
  readonly #options: ReaderOptions;
  #stopping = false;
  #stopped = false;

  constructor(kafka: Kafka, options: ReaderOptions) {
    this.#options = options;
    this.#consumer = kafka.consumer({
      groupId: options.prefix + options.group,
      allowAutoTopicCreation: false,
      minBytes: 1,
      maxWaitTimeInMs: MAX_WAIT_MS,
      maxBytesPerPartition: 2 * 1024 * 1024,
      maxBytes: 64 * 1024 * 1024,
      // A member that died without a word holds its partitions for so long; one that is only slow loses them, which the fence makes harmless.
      sessionTimeout: 6000,
      rebalanceTimeout: 15_000,
      heartbeatInterval: 1500,
      // A crash is reported to us, and we start a new one: one way of restarting, not two.
      retry: { retries: 5, initialRetryTime: 100, maxRetryTime: 2000, restartOnFailure: async () => false },
    });
  }

  /** Whether it has stopped by itself. `start` may resolve all the same. */
  get stopped(): boolean {
    return this.#stopped;
  }

  async start(): Promise<void> {
    const { prefix, topics, onBatch, concurrency = 1 } = this.#options;
    this.#observe();
    await this.#consumer.connect();
    await this.#consumer.subscribe({ topics: topics.map((topic) => prefix + topic), fromBeginning: true });
    // Given up while it waited: a member that joined now would hold partitions and read nothing of them.
    if (this.#stopping) return this.stop();
    await this.#consumer.run({
      autoCommit: false,
      eachBatchAutoResolve: false,
      partitionsConsumedConcurrently: concurrency,
      eachBatch: async ({ batch, resolveOffset, heartbeat }) => {
        if (this.#stopping) return;
        const { fetchedOffset } = batch as unknown as { fetchedOffset: string };
        const done = await onBatch(
          {
            topic: batch.topic.slice(prefix.length),
            partition: batch.partition,
            fetchedOffset: BigInt(fetchedOffset),
            end: BigInt(batch.highWatermark),
            records: batch.messages as unknown as IncomingRecord[],
          },
          heartbeat,
        );
        if (done > BigInt(fetchedOffset)) resolveOffset(String(done - 1n));
      },
    });
  }

  /** The next fetch of the partition begins there. */
  seek(topic: string, partition: number, offset: bigint): void {
    this.#consumer.seek({ topic: this.#options.prefix + topic, partition, offset: String(offset) });
  }

  pause(topic: string, partition: number): void {
    this.#consumer.pause([{ topic: this.#options.prefix + topic, partitions: [partition] }]);
  }

  resume(topic: string, partition: number): void {
    this.#consumer.resume([{ topic: this.#options.prefix + topic, partitions: [partition] }]);
  }

  /** Tells Kafka how far we are. Only tools that show lag look at it. */
  async commit(offsets: { topic: string; partition: number; offset: bigint }[]): Promise<void> {
    await this.#consumer.commitOffsets(
      offsets.map(({ topic, partition, offset }) => ({ topic: this.#options.prefix + topic, partition, offset: String(offset) })),
    );
  }

  /** Waits for the batch in hand. */
  async stop(): Promise<void> {
    this.#stopping = true;
    await this.#consumer.disconnect();
  }

  #observe(): void {
    const { onActivity, onAssigned, onStopped, prefix } = this.#options;
    const consumer = this.#consumer;
    const { FETCH, HEARTBEAT, GROUP_JOIN, CRASH, STOP } = consumer.events;
    for (const event of [FETCH, HEARTBEAT] as const) consumer.on(event as typeof FETCH, () => onActivity?.());
    consumer.on(GROUP_JOIN, ({ payload }) => {
      const ours = Object.entries(payload.memberAssignment).map(([topic, partitions]) => [topic.slice(prefix.length), partitions] as const);
      onAssigned?.(Object.fromEntries(ours));
    });
    const stopped = (error: Error | undefined) => {
      if (this.#stopping || this.#stopped) return;
      this.#stopped = true;
      onStopped?.(error);
    };
    // A crash says both, in this order; the client has logged why.
    consumer.on(STOP, () => stopped(undefined));
    consumer.on(CRASH, ({ payload }) => stopped(payload.error));
  }
}
