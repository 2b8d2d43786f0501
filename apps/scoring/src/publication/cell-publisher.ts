import { cellScored, cutScored, scoreTopic } from '@candor/contracts';
import { Bell, encode, KafkaPort, outgoing, partitionOf, type KafkaProducer, type OutgoingRecord } from '@candor/messaging';
import { LOGGER, metrics, ReadinessRegistry, type Logger } from '@candor/observability';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { Source } from '../cell/cell-key.ts';
import { CONSUMER } from '../fold/write-cells.ts';
import { CellStore, type Cell } from './cell-store.ts';

/** Between two rounds: so long, or so many times what the last one took. With a backlog publication must not take the processor from counting. */
const PACE = { leastMs: 15, times: 3, mostMs: 1000 };
const CHUNK = 2000;
/** How often another instance's unfinished publication is looked for. */
const SWEEP_MS = 5000;
const RETRY_MS = 500;
const MARK_MS = 500;
const LATE_MS = 10_000;

const published = metrics.counter('candor_scoring_cells_published_total', 'Cells published');

/**
 * Publishes the absolute value of changed cells after they were committed, paced: a cell that changes a thousand times a second is said a few times. There is
 * no outbox; `publication` keeps up to where all cells of a source have been said, and after a start or a takeover the cells above that are said again.
 */
@Injectable()
export class CellPublisher implements OnApplicationBootstrap, OnApplicationShutdown {
  readonly #bell = new Bell();
  #dirty = new Set<string>();
  /** Sources whose earlier cells this process has taken over; only their watermark may rise. */
  readonly #covered = new Set<Source>();
  /** Up to which version each source's cells are in hand or said. */
  #reached = new Map<Source, bigint>();
  #said = new Map<Source, bigint>();
  #marked = -Infinity;
  #producer: KafkaProducer | undefined;
  #swept = -Infinity;
  #open: Map<Source, string> = new Map();
  #behindSince: number | undefined;
  #closing = false;
  #done: Promise<void> | undefined;

  constructor(
    private readonly store: CellStore,
    private readonly kafka: KafkaPort,
    @Inject(LOGGER) private readonly log: Logger,
    private readonly readiness: ReadinessRegistry,
  ) {}

  onApplicationBootstrap(): void {
    this.readiness.add('score publication', () => (this.#behindSince !== undefined && performance.now() - this.#behindSince > LATE_MS ? 'changed cells wait to be published' : undefined));
    this.#done = this.#run();
  }

  async onApplicationShutdown(): Promise<void> {
    this.#closing = true;
    this.#bell.ring();
    await this.#done;
    await this.#producer?.disconnect().catch(() => undefined);
  }

  /** To call after the commit, with the versions that the sources have reached. */
  changed(keys: Iterable<string>, reached: Iterable<readonly [Source, bigint]>): void {
    for (const key of keys) this.#dirty.add(key);
    for (const [source, version] of reached) raise(this.#reached, source, version);
    this.#bell.ring();
  }

  /** To call when partitions may have come from another instance: what it has not said is ours to say, before a watermark rises. */
  takeover(): void {
    this.#covered.clear();
  }

  async #run(): Promise<void> {
    while (!this.#closing || this.#dirty.size > 0 || this.#said.size > 0) {
      const began = performance.now();
      try {
        if (began - this.#swept > SWEEP_MS) await this.#sweep();
        await this.#publish();
        this.#behindSince = undefined;
      } catch (error) {
        if (this.#closing) return;
        this.#behindSince ??= performance.now();
        this.log.warn({ err: error, waiting: this.#dirty.size }, 'cells could not be published: will try again');
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
      }
      const took = performance.now() - began;
      if (!this.#closing) await new Promise((resolve) => setTimeout(resolve, Math.min(PACE.mostMs, Math.max(PACE.leastMs - took, took * PACE.times))));
      if (this.#dirty.size === 0 && !this.#closing) await this.#bell.wait(this.#said.size > 0 ? MARK_MS : SWEEP_MS);
    }
  }

  /** Takes up what an instance that is gone has counted and not said: whatever stays open from one look to the next. */
  async #sweep(): Promise<void> {
    const progress = await this.store.progress(CONSUMER);
    const open = new Map(progress.filter(({ counted, published: said }) => counted > said).map(({ source, counted, published: said }) => [source, `${counted}/${said}`]));
    const first = this.#swept === -Infinity;
    for (const { source, counted } of progress) {
      const state = open.get(source);
      if (!first && (state === undefined || this.#open.get(source) !== state)) continue;
      this.#covered.delete(source);
      raise(this.#reached, source, counted);
    }
    this.#open = open;
    this.#swept = performance.now();
  }

  async #publish(): Promise<void> {
    const reached = this.#reached;
    this.#reached = new Map();
    let keys: string[] = [];
    try {
      await this.#cover([...reached.keys()]);
      // Swapped, not emptied: a cell that changes while it is being said is said once more.
      keys = [...this.#dirty];
      this.#dirty = new Set();
      for (let at = 0; at < keys.length; at += CHUNK) await this.#send(await this.store.read(keys.slice(at, at + CHUNK)));
    } catch (error) {
      this.changed(keys, reached);
      throw error;
    }
    for (const [source, version] of reached) raise(this.#said, source, version);
    await this.#mark();
  }

  async #cover(sources: Source[]): Promise<void> {
    const taken = sources.filter((source) => !this.#covered.has(source));
    if (taken.length === 0) return;
    for (const key of await this.store.unpublished(taken)) this.#dirty.add(key);
    for (const source of taken) this.#covered.add(source);
  }

  /** The watermark may lag: then cells are said twice after a crash, which readers do not mind. */
  async #mark(): Promise<void> {
    if (this.#said.size === 0 || (!this.#closing && performance.now() - this.#marked < MARK_MS)) return;
    const said = this.#said;
    this.#said = new Map();
    this.#marked = performance.now();
    await this.store.published(said);
  }

  async #send(cells: Cell[]): Promise<void> {
    if (!this.#producer) {
      const producer = this.kafka.producer();
      await producer.connect();
      this.#producer = producer;
    }
    await this.#producer.send(cells.map(recordOf));
    published.inc(cells.length);
  }
}

function raise(versions: Map<Source, bigint>, source: Source, version: bigint): void {
  if (version > (versions.get(source) ?? -1n)) versions.set(source, version);
}

function recordOf(cell: Cell): OutgoingRecord {
  const { key, headers, payload } = encode('cut' in cell ? outgoing(cutScored, cell) : outgoing(cellScored, cell), '/candor/scoring', undefined);
  return { topic: scoreTopic.name, partition: partitionOf(key, scoreTopic.partitions), key, value: payload, headers };
}
