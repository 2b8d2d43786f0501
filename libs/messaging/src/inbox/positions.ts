import { storedPositions, openPosition, type Queries } from './offsets.ts';
import type { Position } from './batch.ts';
import type { KafkaPort } from '../kafka/index.ts';

/** Where a consumer is, kept in memory between batches so that not every batch asks the database; the fence catches it when it is out of date. */
export class Positions {
  readonly #db: Queries;
  readonly #kafka: KafkaPort;
  readonly #consumer: string;
  readonly #known = new Map<string, Position>();

  constructor(db: Queries, kafka: KafkaPort, consumer: string) {
    this.#db = db;
    this.#kafka = kafka;
    this.#consumer = consumer;
  }

  /** From memory, else as stored; a consumer that has never been there begins at the first record there is. */
  async get(topic: string, partition: number): Promise<Position> {
    const known = this.#known.get(placeOf(topic, partition));
    if (known) return known;
    const stored = (await storedPositions(this.#db, this.#consumer, topic)).get(partition);
    const position = stored ?? (await openPosition(this.#db, { consumer: this.#consumer, topic, partition }, await this.#low(topic, partition)));
    this.set(topic, partition, position);
    return position;
  }

  known(topic: string, partition: number): Position | undefined {
    return this.#known.get(placeOf(topic, partition));
  }

  set(topic: string, partition: number, position: Position): void {
    this.#known.set(placeOf(topic, partition), position);
  }

  forget(topic: string, partition: number): void {
    this.#known.delete(placeOf(topic, partition));
  }

  forgetAll(): void {
    this.#known.clear();
  }

  async #low(topic: string, partition: number): Promise<bigint> {
    const range = (await this.#kafka.offsets(topic)).find((found) => found.partition === partition);
    return range?.low ?? 0n;
  }
}

export const placeOf = (topic: string, partition: number): string => `${topic}/${partition}`;
