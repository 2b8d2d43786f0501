import { storedPositions, openPosition, type Queries } from './offsets.ts';
import type { Position } from './batch.ts';
import type { KafkaPort } from '../kafka/index.ts';

/** Where a consumer is, kept in memory between batches so that not every batch asks the database; the fence catches it when it is out of date. */
export class Positions {
  readonly #db: Queries;
  readonly #kafka: KafkaPort;
  readonly #consumer: string;
  readonly #known = new Map<string, Position>();
  readonly #loading = new Map<string, Promise<Position>>();

  constructor(db: Queries, kafka: KafkaPort, consumer: string) {
    this.#db = db;
    this.#kafka = kafka;
    this.#consumer = consumer;
  }

  /** From memory, else as stored; a consumer that has never been there begins at the first record there is. */
  get(topic: string, partition: number): Promise<Position> {
    const place = placeOf(topic, partition);
    const known = this.#known.get(place);
    if (known) return Promise.resolve(known);
    const underWay = this.#loading.get(place);
    if (underWay) return underWay;
    // Asked once for all who ask meanwhile: a second answer would come when the first has been moved on from, and take it back.
    const loading = this.#load(topic, partition).then((position) => {
      if (this.#loading.get(place) === loading) this.#known.set(place, position);
      return position;
    }).finally(() => {
      if (this.#loading.get(place) === loading) this.#loading.delete(place);
    });
    this.#loading.set(place, loading);
    return loading;
  }

  known(topic: string, partition: number): Position | undefined {
    return this.#known.get(placeOf(topic, partition));
  }

  set(topic: string, partition: number, position: Position): void {
    this.#known.set(placeOf(topic, partition), position);
  }

  forget(topic: string, partition: number): void {
    this.#known.delete(placeOf(topic, partition));
    this.#loading.delete(placeOf(topic, partition));
  }

  forgetAll(): void {
    this.#known.clear();
    this.#loading.clear();
  }

  async #load(topic: string, partition: number): Promise<Position> {
    const stored = (await storedPositions(this.#db, this.#consumer, topic)).get(partition);
    return stored ?? openPosition(this.#db, { consumer: this.#consumer, topic, partition }, await this.#low(topic, partition));
  }

  async #low(topic: string, partition: number): Promise<bigint> {
    const range = (await this.#kafka.offsets(topic)).find((found) => found.partition === partition);
    return range?.low ?? 0n;
  }
}

export const placeOf = (topic: string, partition: number): string => `${topic}/${partition}`;
