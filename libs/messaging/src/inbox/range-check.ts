import type { KafkaPort } from '../kafka/index.ts';
import type { Positions } from './positions.ts';
import type { Stop } from './stop.ts';

/**
 * Compares the stored offsets with what the topic holds. The client would begin anew without a word where an offset is out of range,
 * and say nothing at all of a partition that has become empty.
 */
export class RangeCheck {
  readonly #positions: Positions;
  readonly #kafka: KafkaPort;
  readonly #consumer: string;

  constructor(positions: Positions, kafka: KafkaPort, consumer: string) {
    this.#positions = positions;
    this.#kafka = kafka;
    this.#consumer = consumer;
  }

  /** @returns what is wrong, if anything */
  async check(assignment: Record<string, number[]>): Promise<Stop | undefined> {
    for (const [topic, partitions] of Object.entries(assignment)) {
      const ranges = new Map((await this.#kafka.offsets(topic)).map((range) => [range.partition, range]));
      for (const partition of partitions) {
        const at = await this.#positions.get(topic, partition);
        const { next } = at;
        // Asked after the position was read, an end can only have grown; a position that has moved meanwhile is beyond doubt.
        const range = ranges.get(partition);
        const stop = (reason: string, resume: bigint): Stop => ({
          topic, partition, kind: 'range', reason: `${this.#consumer} is at offset ${next} of ${topic}/${partition}, ${reason}`, at, resume: { ...at, next: resume },
        });
        if (range && next < range.low) return stop(`but records before ${range.low} were deleted`, range.low);
        if (range && next > range.high && !(await this.#reaches(topic, partition, next))) {
          return stop(`which ends at ${range.high}: Kafka has lost records, or the topic was made anew`, range.high);
        }
      }
    }
    return undefined;
  }

  /** The position was read after the ranges and may have moved on since. */
  async #reaches(topic: string, partition: number, next: bigint): Promise<boolean> {
    const range = (await this.#kafka.offsets(topic)).find((found) => found.partition === partition);
    return range !== undefined && next <= range.high;
  }
}
