import { isTransient } from '@candor/database';
import { workOf } from '../inbox/apply.ts';
import type { Position } from '../inbox/batch.ts';
import type { Handler } from '../inbox/handlers.ts';
import { Joint } from '../inbox/joint.ts';
import { moveOffsets, storedPositions } from '../inbox/offsets.ts';
import { placeOf, Positions } from '../inbox/positions.ts';
import { screen } from '../inbox/sequence.ts';
import { LiveReader, type IncomingBatch, type IncomingRecord, type KafkaPort, type Log } from '../kafka/index.ts';
import type { Accepted } from './accepted.ts';
import type { Beside, RawTaker, ReadModel } from './read-model.ts';

export interface ReadingOptions {
  model: ReadModel;
  handlers: readonly Handler[];
  beside: Beside;
  kafka: KafkaPort;
  log: Log;
  /** Nobody else's: it is thrown away. */
  group: string;
  accepted: Accepted;
}

const MOST_PARTITIONS = 64;
const REST_MS = 500;

const begunAgain = (): Error => Object.assign(new Error('the reading of a rebuild has begun again'), { transient: true });

/**
 * Reads the topics of a model from their beginning and applies them beside the live one: never further than the live one is, so that what Kafka has lost or
 * people have decided on the way is met again, and the two can be compared.
 */
export class Reading {
  readonly #options: ReadingOptions;
  readonly #positions: Positions;
  readonly #joint: Joint;
  readonly #taker: RawTaker | undefined;
  readonly #reader: LiveReader;
  readonly #aims = new Map<string, bigint>();
  readonly #written = new Map<string, bigint>();
  readonly #sought = new Map<string, bigint>();
  readonly #paused = new Map<string, { topic: string; partition: number }>();
  #session = 0;
  #failure: string | undefined;
  #closed = false;

  constructor(options: ReadingOptions) {
    this.#options = options;
    const { model, handlers, beside, kafka, log, group } = options;
    this.#positions = new Positions(beside.dataSource, kafka, model.consumer);
    this.#joint = new Joint({ dataSource: beside.dataSource, onCommit: () => undefined }, 0);
    this.#taker = model.raw?.(beside);
    this.#reader = new LiveReader({
      kafka, log, group,
      topics: handlers.map(({ topic }) => topic.name),
      concurrency: handlers.some(({ mode }) => mode === 'raw') ? 1 : MOST_PARTITIONS,
      onAssigned: () => this.#begin(),
      onBatch: (batch) => this.#take(batch),
    });
  }

  /** Why it cannot go on. */
  get failure(): string | undefined {
    return this.#failure;
  }

  /** Continues where an earlier attempt was. */
  async start(): Promise<void> {
    const { model, handlers, beside } = this.#options;
    for (const { topic } of handlers) {
      for (const [partition, { next }] of await storedPositions(beside.dataSource, model.consumer, topic.name)) this.#written.set(placeOf(topic.name, partition), next);
    }
    this.#reader.start();
  }

  /** The next record of the live model: what comes before it may be read. */
  aim(topic: string, partition: number, next: bigint): void {
    const place = placeOf(topic, partition);
    this.#aims.set(place, next);
    if (this.#paused.has(place) && (this.#written.get(place) ?? 0n) < next) this.#resume(place);
  }

  /** The next record, after what is written. */
  written(topic: string, partition: number): bigint | undefined {
    return this.#written.get(placeOf(topic, partition));
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#reader.close();
    await this.#taker?.close();
  }

  #begin(): void {
    this.#session += 1;
    this.#positions.forgetAll();
    this.#sought.clear();
    this.#paused.clear();
  }

  #resume(place: string): void {
    const held = this.#paused.get(place);
    this.#paused.delete(place);
    if (held && this.#reader.running) this.#reader.current?.resume(held.topic, held.partition);
  }

  /** Never throws: what could not be applied comes again. */
  async #take(batch: IncomingBatch): Promise<bigint> {
    const { topic, partition } = batch;
    if (this.#closed || this.#failure !== undefined) return batch.fetchedOffset;
    try {
      return await this.#work(batch);
    } catch (error) {
      this.#positions.forget(topic, partition);
      this.#options.log[isTransient(error) ? 'warn' : 'error']({ err: error, model: this.#options.model.name, place: placeOf(topic, partition) }, 'a batch of a rebuild could not be applied: will try again');
      if (!isTransient(error) && (error as Error).name !== 'Fenced') this.#failure = (error as Error).message;
      await new Promise((resolve) => setTimeout(resolve, REST_MS));
      return batch.fetchedOffset;
    }
  }

  async #work(batch: IncomingBatch): Promise<bigint> {
    const { topic, partition, fetchedOffset, records } = batch;
    const place = placeOf(topic, partition);
    const aim = this.#aims.get(place) ?? 0n;
    const isStored = this.#positions.known(topic, partition) === undefined;
    const position = await this.#positions.get(topic, partition);
    // Another attempt may have written it.
    if (isStored && position.next > (this.#written.get(place) ?? -1n)) this.#written.set(place, position.next);
    if (position.next >= aim) {
      this.#paused.set(place, { topic, partition });
      this.#reader.current?.pause(topic, partition);
      return fetchedOffset;
    }
    // Asked for, and Kafka has stepped over what compaction emptied.
    const stepped = fetchedOffset > position.next && this.#sought.get(place) === position.next;
    if (fetchedOffset !== position.next && !stepped) {
      this.#sought.set(place, position.next);
      this.#reader.current?.seek(topic, partition, position.next);
      return fetchedOffset;
    }
    const wanted = records.filter(({ offset }) => BigInt(offset) < aim);
    return this.#apply(batch, position, wanted, wanted.length < records.length ? aim : undefined);
  }

  /** @param passed set where there is nothing left before it */
  async #apply({ topic, partition }: IncomingBatch, from: Position, records: readonly IncomingRecord[], passed: bigint | undefined): Promise<bigint> {
    const handler = this.#options.handlers.find((one) => one.topic.name === topic)!;
    let position = from;
    const session = this.#session;
    const move = async (to: Position, fresh: readonly IncomingRecord[]) => {
      if (to.next === position.next && fresh.length === 0) return;
      await this.#write(handler, partition, position, to, fresh);
      // It may have been thrown away meanwhile with everything else that was handed over: it comes again.
      if (session !== this.#session) throw begunAgain();
      position = to;
      this.#positions.set(topic, partition, to);
    };
    let left = records;
    while (left.length > 0) {
      const taken = handler.mode === 'raw' ? left : left.slice(0, handler.maxEvents);
      const { fresh, to, stop } = screen(handler.topic, position, taken);
      await move(to, fresh);
      if (stop === undefined) {
        left = left.slice(taken.length);
        continue;
      }
      const refusal = await this.#goOn(handler, partition, stop, position);
      if (refusal !== undefined) {
        this.#failure = refusal;
        return position.next;
      }
      position = stop.resume;
      this.#positions.set(topic, partition, position);
      left = left.filter(({ offset }) => BigInt(offset) >= stop.resume.next);
    }
    if (passed !== undefined && passed > position.next) await move({ ...position, next: passed }, []);
    return position.next;
  }

  async #write(handler: Handler, partition: number, from: Position, to: Position, fresh: readonly IncomingRecord[]): Promise<void> {
    const { model: { consumer } } = this.#options;
    const topic = handler.topic.name;
    const session = this.#session;
    const applied = () => {
      if (session === this.#session) this.#written.set(placeOf(topic, partition), to.next);
    };
    if (this.#taker === undefined) {
      await this.#joint.apply(workOf(handler, { consumer, topic, partition }, from, to, fresh));
      return applied();
    }
    const end = this.#aims.get(placeOf(topic, partition)) ?? to.next;
    await this.#taker.take({ topic: handler.topic, partition, records: fresh, from, to, end, session, applied, rewind: () => this.#rewind(session) });
  }

  /** What was handed over is not written: another attempt was faster. */
  #rewind(session: number): void {
    if (session !== this.#session) return;
    this.#begin();
    this.#reader.restart();
  }

  /** Past what the live consumer has met in the same place. @returns why not, if that would lose something */
  async #goOn(handler: Handler, partition: number, { kind, reason, resume }: NonNullable<ReturnType<typeof screen>['stop']>, at: Position): Promise<string | undefined> {
    const { model: { consumer }, beside, accepted } = this.#options;
    const topic = handler.topic.name;
    if (kind !== 'generation' && !(await accepted.passes(topic, partition, resume))) return `${reason}. Nobody has accepted that`;
    await this.#settled(topic, partition, at.next);
    await beside.dataSource.transaction(async (tx) => {
      if (kind === 'generation' && handler.again === 'startsOver') {
        if (this.#taker) await this.#taker.startOver(tx, topic, partition);
        else await handler.invoke({ startOver: true, topic: handler.topic, partition, tx, afterCommit: () => undefined });
      }
      if (!(await moveOffsets(tx, [{ place: { consumer, topic, partition }, from: at, to: resume }]))) throw Object.assign(new Error('another attempt was faster'), { transient: true });
    });
    return undefined;
  }

  /** Until everything handed over of the partition is written. */
  async #settled(topic: string, partition: number, next: bigint): Promise<void> {
    const session = this.#session;
    while (this.#taker && (this.written(topic, partition) ?? 0n) < next && (await this.#stored(topic, partition)) < next) {
      if (session !== this.#session || this.#closed) throw begunAgain();
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  async #stored(topic: string, partition: number): Promise<bigint> {
    return (await storedPositions(this.#options.beside.dataSource, this.#options.model.consumer, topic)).get(partition)?.next ?? 0n;
  }
}
