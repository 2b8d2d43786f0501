import type { KafkaPort } from './kafka-port.ts';
import type { Log } from './kafkajs-client.ts';
import type { KafkaReader, ReaderOptions } from './reader.ts';

export interface LiveReaderOptions extends Omit<ReaderOptions, 'prefix' | 'onActivity' | 'onStopped'> {
  kafka: KafkaPort;
  log: Log;
  /** A reader that shows no sign of life for so long is replaced. */
  silenceMs?: number | undefined;
  /** One that has not joined its group for so long is given up for another. */
  startMs?: number | undefined;
  onRestart?(): void;
}

const WATCH_MS = 1000;
const SILENCE_MS = 30_000;
/** A fetch waits half a second at most: after this much silence Kafka does not answer. */
const QUIET_MS = 5000;
const HEARTBEAT_MS = 1500;
/** One that does not end is left behind: it has nothing to say any more. */
const FAREWELL_MS = 10_000;
/** Joining takes a rebalance at most; the client can wait for ever for an answer that was lost. */
const START_MS = 45_000;

/**
 * A member of a consumer group that is kept alive. The client is known to stop without a word, so a watchdog looks for signs of life, and replaces a
 * reader that crashed or went silent by a new one. It keeps trying while Kafka is away.
 */
export class LiveReader {
  readonly #options: LiveReaderOptions;
  #reader: KafkaReader | undefined;
  #state: 'idle' | 'starting' | 'running' | 'closed' = 'idle';
  /** Batches in hand. */
  #busy = 0;
  #alive = performance.now();
  #starting: Promise<void> | undefined;
  #watchdog: NodeJS.Timeout | undefined;

  constructor(options: LiveReaderOptions) {
    this.#options = options;
  }

  get running(): boolean {
    return this.#state === 'running';
  }

  /** Why nothing is being read, if that is so. */
  get problem(): string | undefined {
    if (!this.running) return 'is not connected to Kafka';
    return this.#busy === 0 && this.#silentMs() > QUIET_MS ? `has not heard from Kafka for ${Math.round(this.#silentMs() / 1000)} s` : undefined;
  }

  /** The member that reads now; another one after a restart. */
  get current(): KafkaReader | undefined {
    return this.#reader;
  }

  start(): void {
    this.#watchdog = setInterval(() => this.#watch(), WATCH_MS);
    this.restart();
  }

  /** Replaces the reader by a new one, which begins with nothing in its hands. */
  restart(delay = 0): void {
    if (this.#state === 'closed' || this.#starting) return;
    if (this.#reader) this.#options.onRestart?.();
    this.#state = 'starting';
    this.#starting = this.#connect(delay).finally(() => (this.#starting = undefined));
  }

  /** Waits for the batch in hand; afterwards nothing starts again. */
  async close(): Promise<void> {
    this.#state = 'closed';
    clearInterval(this.#watchdog);
    await this.#starting;
    await this.#discard();
  }

  #silentMs(): number {
    return performance.now() - this.#alive;
  }

  #watch(): void {
    if (this.#busy > 0 || this.#starting || this.#state !== 'running') return;
    const silentMs = Math.round(this.#silentMs());
    if (silentMs < (this.#options.silenceMs ?? SILENCE_MS)) return;
    this.#options.log.warn({ group: this.#options.group, silentMs }, 'consumer gave no sign of life: starting it again');
    this.restart();
  }

  async #connect(delay: number): Promise<void> {
    const { startMs = START_MS } = this.#options;
    for (let wait = delay; this.#state === 'starting'; wait = Math.min(Math.max(wait * 2, 200), 5000)) {
      if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
      await this.#discard();
      if (this.#state !== 'starting') return;
      const reader = this.#make();
      this.#reader = reader;
      this.#alive = performance.now();
      try {
        if (!(await endsWithin(startMs, reader.start()))) throw new Error(`not joined within ${startMs / 1000} s`);
        if (!reader.stopped && this.#state === 'starting') this.#state = 'running';
      } catch (error) {
        this.#options.log.warn({ err: error, group: this.#options.group }, 'consumer could not start: will try again');
      }
    }
  }

  #make(): KafkaReader {
    const { kafka, log, silenceMs: _silence, startMs: _start, onRestart: _restart, onBatch, onAssigned, ...options } = this.#options;
    const reader: KafkaReader = kafka.reader({
      ...options,
      onActivity: () => (this.#alive = performance.now()),
      onAssigned: (assignment) => {
        if (this.#reader === reader) onAssigned?.(assignment);
      },
      onStopped: (error) => {
        if (this.#reader !== reader || this.#state === 'closed') return;
        log.warn({ err: error, group: options.group }, 'consumer stopped by itself: starting it again');
        this.restart(200);
      },
      onBatch: async (batch, heartbeat) => {
        if (this.#reader !== reader || this.#state === 'closed') return batch.fetchedOffset;
        this.#busy += 1;
        // A long transaction must not cost us the membership; a rebalance meanwhile is the fence's business.
        const beat = setInterval(() => void heartbeat().catch(() => undefined), HEARTBEAT_MS);
        try {
          return await onBatch(batch, heartbeat);
        } finally {
          clearInterval(beat);
          this.#busy -= 1;
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
    await endsWithin(FAREWELL_MS, old.stop().catch(() => undefined));
  }
}

/** @returns whether it ended in time; what becomes of it later is nobody's business any more */
async function endsWithin(ms: number, work: Promise<void>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<false>((resolve) => (timer = setTimeout(() => resolve(false), ms)));
  try {
    return await Promise.race([work.then(() => true), patience]);
  } finally {
    clearTimeout(timer);
  }
}
