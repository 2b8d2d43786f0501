import { isTransient } from '@candor/database';
import type { Logger } from '@candor/observability';
import type { Handler } from '../inbox/handlers.ts';
import type { Target } from '../inbox/transaction.ts';
import type { KafkaPort } from '../kafka/index.ts';
import { Accepted } from './accepted.ts';
import { dropBeside, isWhole, makeBeside, openBeside, schemasOf, shapeOf } from './beside.ts';
import { quoted } from './columns.ts';
import { lostBeside } from './dead-letters-beside.ts';
import { Pace } from './pace.ts';
import type { Beside, ReadModel } from './read-model.ts';
import { Reading } from './reading.ts';
import { holdOwn, markSwapped, type RebuildRow, type RebuildStore } from './rebuild-store.ts';
import type { PartitionProgress, RebuildState } from './shapes.ts';
import { Lacks, livePlaces, NotOurs, swap, type Place } from './swap.ts';

export interface RunOptions {
  row: RebuildRow;
  model: ReadModel;
  handlers: readonly Handler[];
  holder: string;
  target: Target;
  store: RebuildStore;
  kafka: KafkaPort;
  log: Logger;
  /** Of the service's own role. */
  databaseUrl: string;
}

const LOOK_MS = 200;
const KEEP_MS = 1000;
/** With so little left to read it is about to be swapped in. */
const NEARLY = 20_000n;
/** With so little the live consumer is made to wait for it: for a third of a second, as it reads now. */
const CLOSE = { least: 200, seconds: 0.3 };
const REACH_MS = 15_000;
/** With records left and none written for so long it begins again from what is written. */
const STALL_MS = 30_000;

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** One instance's work on a rebuild: until it is swapped in, fails, is cancelled, or the instance ends, and another takes it up where it was. */
export class RebuildRun {
  readonly #options: RunOptions;
  readonly #pace = new Pace();
  readonly #begins = new Map<string, bigint>();
  #places: Place[] = [];
  #state: RebuildState = 'building';
  #kept = -Infinity;
  #moved = { left: -1n, at: 0 };
  #closing = false;

  constructor(options: RunOptions) {
    this.#options = options;
  }

  close(): void {
    this.#closing = true;
  }

  get #topics(): string[] {
    return this.#options.handlers.map(({ topic }) => topic.name);
  }

  async run(): Promise<void> {
    const { row, store, holder, log, model } = this.#options;
    try {
      const schemas = await schemasOf(this.#options.target.dataSource);
      await this.#prepare(schemas);
      const ended = await this.#work(schemas);
      if (ended) await dropBeside(this.#options.target.dataSource, schemas, row.id);
      else await store.release(row.id, holder);
    } catch (error) {
      const passing = !(error instanceof Lacks) && isTransient(error);
      log[passing ? 'warn' : 'error']({ err: error, model: model.name }, 'a rebuild was interrupted');
      if (passing) await store.release(row.id, holder).catch(() => undefined);
      else await this.#fail((error as Error).message);
    }
  }

  /** For a reason that trying again does not change. */
  async #fail(failure: string): Promise<void> {
    const { row, holder, store, target: { dataSource } } = this.#options;
    await store.fail(row.id, holder, failure);
    await dropBeside(dataSource, await schemasOf(dataSource), row.id);
  }

  async #prepare(schemas: Awaited<ReturnType<typeof schemasOf>>): Promise<void> {
    const { row, model, store, target: { dataSource } } = this.#options;
    const shape = await shapeOf(dataSource, schemas, model);
    if (row.shape === shape && (await isWhole(dataSource, schemas, model, row.id))) return;
    await makeBeside(dataSource, schemas, model, row.id);
    await store.shaped(row.id, shape);
  }

  /** @returns whether the rebuild has ended */
  async #work(schemas: Awaited<ReturnType<typeof schemasOf>>): Promise<boolean> {
    const { row, model, handlers, kafka, log, store, target, databaseUrl } = this.#options;
    await this.#findBegins();
    const beside = await openBeside(databaseUrl, schemas, log);
    const group = `candor-rebuild-${row.id}-${Date.now()}`;
    const reading = new Reading({ model, handlers, beside, kafka, log, group, accepted: new Accepted(target.dataSource, model.consumer) });
    try {
      await reading.start();
      while (!this.#closing) {
        await this.#look(reading);
        const failure = reading.failure ?? (await lostBeside(target.dataSource, schemas));
        if (failure !== undefined) throw new Lacks(failure);
        this.#mustMove(reading);
        if (!(await this.#keep(reading))) return (await store.get(row.id))?.ended_at != null;
        if (this.#isClose(reading) && (await this.#swap(beside, reading))) return true;
        await pause(LOOK_MS);
      }
      return false;
    } finally {
      await reading.close();
      await beside.close();
      void kafka.deleteGroup(group).catch(() => undefined);
    }
  }

  /** @throws if Kafka has lost what the live model has taken */
  async #findBegins(): Promise<void> {
    const { handlers, kafka, target, model } = this.#options;
    const live = await livePlaces(target.dataSource, model.consumer, this.#topics);
    for (const { topic } of handlers) {
      for (const { partition, low, high } of await kafka.offsets(topic.name)) {
        this.#begins.set(`${topic.name}/${partition}`, low);
        const next = live.find((place) => place.topic === topic.name && place.partition === partition)?.next ?? 0n;
        if (next > high) throw new Error(`${topic.name}/${partition} ends at ${high}, and the live model has read up to ${next}: Kafka has lost records, or the topic was made anew`);
      }
    }
  }

  async #look(reading: Reading): Promise<void> {
    const { target, model } = this.#options;
    this.#places = await livePlaces(target.dataSource, model.consumer, this.#topics);
    for (const { topic, partition, next } of this.#places) reading.aim(topic, partition, next);
    const done = this.#progress(reading).reduce((sum, one) => sum + one.done, 0);
    this.#pace.note(performance.now(), done);
  }

  #progress(reading: Reading): PartitionProgress[] {
    return this.#places.map(({ topic, partition, next }) => {
      const low = this.#begins.get(`${topic}/${partition}`) ?? 0n;
      const total = next > low ? next - low : 0n;
      const done = (reading.written(topic, partition) ?? low) - low;
      return { topic, partition, done: Number(done > total ? total : done < 0n ? 0n : done), total: Number(total) };
    });
  }

  #left(reading: Reading): bigint {
    return this.#progress(reading).reduce((sum, { done, total }) => sum + BigInt(total - done), 0n);
  }

  /** @throws an error that is transient */
  #mustMove(reading: Reading): void {
    const [left, at] = [this.#left(reading), performance.now()];
    if (left !== this.#moved.left || left === 0n) this.#moved = { left, at };
    else if (at - this.#moved.at > STALL_MS) throw Object.assign(new Error(`nothing was written for ${STALL_MS / 1000} s`), { transient: true });
  }

  #isClose(reading: Reading): boolean {
    return Number(this.#left(reading)) <= Math.max(CLOSE.least, (this.#pace.now() ?? 0) * CLOSE.seconds);
  }

  async #keep(reading: Reading): Promise<boolean> {
    if (performance.now() - this.#kept < KEEP_MS) return true;
    this.#kept = performance.now();
    const { row, holder, store } = this.#options;
    if (this.#left(reading) <= NEARLY) this.#state = 'catching-up';
    return store.keep(row.id, holder, this.#state, this.#progress(reading), this.#pace.now());
  }

  /** @returns false if something was in the way: it is tried again */
  async #swap(beside: Beside, reading: Reading): Promise<boolean> {
    const { row, model, target, holder, log } = this.#options;
    for (const { name } of model.tables) await target.dataSource.query(`ANALYZE ${quoted(beside.schema)}.${quoted(name)}`);
    try {
      await swap({
        target, model, beside, topics: this.#topics,
        reach: (places) => this.#reach(places, reading),
        hold: (tx) => holdOwn(tx, row.id, holder),
        done: (tx, differences) => markSwapped(tx, row.id, this.#progress(reading), this.#pace.overall(), differences),
      });
      log.info({ model: model.name }, 'a read model that was built anew has been swapped in');
      return true;
    } catch (error) {
      if (error instanceof NotOurs) return false;
      if (error instanceof Lacks || !isTransient(error)) throw error;
      log.info({ err: error, model: model.name }, 'the swap waits: something was in its way');
      return false;
    }
  }

  async #reach(places: readonly Place[], reading: Reading): Promise<void> {
    this.#places = [...places];
    const deadline = performance.now() + REACH_MS;
    for (;;) {
      for (const { topic, partition, next } of places) reading.aim(topic, partition, next);
      const behind = places.find(({ topic, partition, next }) => (reading.written(topic, partition) ?? this.#begins.get(`${topic}/${partition}`) ?? 0n) < next);
      if (behind === undefined) return this.#pace.note(performance.now(), this.#progress(reading).reduce((sum, one) => sum + one.done, 0));
      if (reading.failure !== undefined || this.#closing || performance.now() > deadline) throw Object.assign(new Error(`not at ${behind.topic}/${behind.partition} yet`), { transient: true });
      await pause(20);
    }
  }
}
