import { isTransient } from '@candor/database';
import { isCompacted } from '@candor/contracts';
import type { IncomingBatch, KafkaPort, Log } from '../kafka/index.ts';
import { Fenced, workOf } from './apply.ts';
import { Backoff } from './backoff.ts';
import type { Position } from './batch.ts';
import { consumerMetrics } from './consumer-metrics.ts';
import type { Handler } from './handlers.ts';
import type { Joint } from './joint.ts';
import { placeOf, type Positions } from './positions.ts';
import { screen } from './sequence.ts';
import type { Stop } from './stop.ts';

/** What the worker may ask of the member of the group that feeds it. */
export interface Feed {
  seek(topic: string, partition: number, offset: bigint): void;
  /** Stops fetching the partition for a while. */
  rest(topic: string, partition: number, ms: number): void;
  /** Refuses to go on, for a reason that only people can judge. */
  stopLoudly(stop: Stop): void;
  /** After a commit. */
  committed(topic: string, partition: number, next: bigint): void;
  /** Changes when the consumer begins again. */
  readonly session: number;
  /** Throws away what that session has handed over and is not written, and begins again from what is stored. */
  rewind(session: number): void;
}

export interface WorkerOptions {
  consumer: string;
  handlers: readonly Handler[];
  joint: Joint;
  kafka: KafkaPort;
  positions: Positions;
  feed: Feed;
  log: Log;
}

/** How often a fetch may come from another place than asked for before Kafka is asked what it has. */
const SEEKS = 3;

/** Takes the batches of one consumer, each to its handler, and decides what becomes of it. */
export class PartitionWorker {
  readonly #options: WorkerOptions;
  readonly #backoff = new Backoff();
  /** By place: the error that put its batch back last. */
  readonly #troubles = new Map<string, string>();
  readonly #sought = new Map<string, { target: bigint; tries: number }>();

  constructor(options: WorkerOptions) {
    this.#options = options;
  }

  /** The partitions may be another's now. */
  begin(): void {
    this.#troubles.clear();
  }

  /** Why batches are being put back, if that is so. */
  get problem(): string | undefined {
    const [trouble] = this.#troubles.values();
    return trouble === undefined ? undefined : `cannot apply what it reads: ${trouble}`;
  }

  /** @returns the offset up to which the batch is done; never throws */
  async take(batch: IncomingBatch): Promise<bigint> {
    const { consumer, feed, log } = this.#options;
    const { topic, partition } = batch;
    const place = placeOf(topic, partition);
    try {
      const done = await this.#work(batch);
      this.#backoff.succeeded(place);
      this.#troubles.delete(place);
      return done;
    } catch (error) {
      this.#options.positions.forget(topic, partition);
      if (error instanceof Fenced) {
        consumerMetrics.fenced.inc({ consumer, topic });
        log.info({ consumer, place }, 'batch thrown away: another instance was faster');
        return batch.fetchedOffset;
      }
      this.#troubles.set(place, (error as Error).message);
      const ms = this.#backoff.next(place);
      consumerMetrics.retries.inc({ consumer, topic });
      const entry = { err: error, consumer, place, retryInMs: ms };
      if (isTransient(error)) log.warn(entry, 'batch put back: something is away');
      else log.error(entry, 'batch put back: it could not be applied');
      feed.rest(topic, partition, ms);
      return batch.fetchedOffset;
    }
  }

  async #work(batch: IncomingBatch): Promise<bigint> {
    const { consumer, handlers, positions, feed, joint } = this.#options;
    const { topic, partition, fetchedOffset } = batch;
    const handler = handlers.find((candidate) => candidate.topic.name === topic);
    if (!handler) throw new Error(`${consumer} has no handler for ${topic}`);
    let position = await positions.get(topic, partition);
    if (!(await this.#inPlace(handler, batch, position))) return fetchedOffset;

    const size = handler.mode === 'raw' ? batch.records.length : handler.maxEvents;
    for (let at = 0; at < batch.records.length; at += size) {
      const records = batch.records.slice(at, at + size);
      const { fresh, duplicates, to, stop } = screen(handler.topic, position, records);
      if (to.next > position.next) {
        const applied = () => this.#applied(topic, partition, to.next, fresh.length, Number(records[0]?.timestamp), Number(batch.end - to.next));
        if (handler.mode === 'raw') {
          const { session } = feed;
          await handler.invoke({
            topic: handler.topic, partition, records: fresh, from: position, to, end: batch.end, session, applied, rewind: () => feed.rewind(session),
          });
        } else {
          await joint.apply(workOf(handler, { consumer, topic, partition }, position, to, fresh));
          applied();
        }
        position = to;
        positions.set(topic, partition, to);
        if (duplicates > 0) consumerMetrics.duplicates.inc({ consumer, topic }, duplicates);
      }
      if (stop !== undefined) {
        feed.stopLoudly({ topic, partition, at: position, ...stop });
        break;
      }
    }
    if (handler.mode === 'transaction') await joint.rested();
    return position.next;
  }

  /** The fetch did not begin where we are. Mostly after a rebalance, where the client begins from what Kafka was told last: seek. */
  async #inPlace(handler: Handler, { topic, partition, fetchedOffset }: IncomingBatch, position: Position): Promise<boolean> {
    const { feed, kafka, consumer } = this.#options;
    const { next } = position;
    const place = placeOf(topic, partition);
    if (fetchedOffset === next) {
      this.#sought.delete(place);
      return true;
    }
    const before = this.#sought.get(place);
    const tries = before?.target === next ? before.tries : 0;
    // We asked for `next`, and the client has stepped over what compaction has emptied.
    if (tries > 0 && isCompacted(handler.topic) && fetchedOffset > next) return true;
    if (tries >= SEEKS) {
      const range = (await kafka.offsets(topic)).find((found) => found.partition === partition);
      if (range && (next < range.low || next > range.high)) {
        const resume = { ...position, next: next < range.low ? range.low : range.high };
        feed.stopLoudly({
          topic, partition, kind: 'range', reason: `${consumer} is at offset ${next} of ${place}, which Kafka no longer has (${range.low}..${range.high})`, at: position, resume,
        });
        return false;
      }
    }
    this.#sought.set(place, { target: next, tries: tries >= SEEKS ? 1 : tries + 1 });
    feed.seek(topic, partition, next);
    return false;
  }

  #applied(topic: string, partition: number, next: bigint, count: number, publishedAt: number, lag: number): void {
    const { consumer, feed } = this.#options;
    feed.committed(topic, partition, next);
    if (count > 0) {
      consumerMetrics.events.inc({ consumer, topic }, count);
      consumerMetrics.latency.observe({ consumer, topic }, Math.max(0, Date.now() - publishedAt) / 1000);
    }
    consumerMetrics.lag.set({ consumer, topic, partition }, lag);
  }
}
