import { isNumbered, TOPICS, type ServiceName } from '@candor/contracts';
import type { ClientBase, Pool } from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { partitionOf } from '../kafka/index.ts';

/** One partition of one numbered topic that the service writes. */
export interface Stream {
  id: number;
  topic: string;
  partition: number;
  /** Made with the row: tables that were lost and made again number a new generation, which readers notice. */
  generation: string;
}

/** A `pg` client, or what TypeORM makes of one. */
export interface Rows {
  query(text: string): Promise<unknown>;
}

async function current(db: Rows): Promise<Stream[]> {
  const result = await db.query('SELECT id, topic, partition, generation FROM outbox_stream WHERE retired_at IS NULL ORDER BY id');
  return (Array.isArray(result) ? result : (result as { rows: unknown[] }).rows) as Stream[];
}

/** The streams of a service: made at the first start, the same until a topic is published again. */
export class Streams {
  readonly #byId = new Map<number, Stream>();
  readonly #byTopic = new Map<string, Stream[]>();

  private constructor(streams: Stream[]) {
    this.#fill(streams);
  }

  #fill(streams: readonly Stream[]): void {
    this.#byId.clear();
    this.#byTopic.clear();
    for (const stream of streams) {
      this.#byId.set(stream.id, stream);
      const partitions = this.#byTopic.get(stream.topic) ?? [];
      this.#byTopic.set(stream.topic, partitions);
      partitions[stream.partition] = stream;
    }
  }

  static async open(db: Pool | ClientBase, service: ServiceName): Promise<Streams> {
    const own = TOPICS.filter((topic) => topic.owner === service && isNumbered(topic));
    for (const { name, partitions } of own) {
      await db.query(
        `INSERT INTO outbox_stream (topic, partition, generation) SELECT $1, p, $3 FROM generate_series(0, $2 - 1) AS p
         ON CONFLICT (topic, partition) WHERE retired_at IS NULL DO NOTHING`,
        [name, partitions, uuidv7()],
      );
    }
    await db.query('INSERT INTO outbox_relay (stream) SELECT id FROM outbox_stream WHERE retired_at IS NULL ON CONFLICT DO NOTHING');
    return new Streams(await current(db));
  }

  /** After a topic was published again: from then on its streams are others. */
  async reload(db: Rows): Promise<void> {
    this.#fill(await current(db));
  }

  /** A copy, which a transaction that renews streams uses before anybody else may. */
  async asSeenIn(tx: Rows): Promise<Streams> {
    return new Streams(await current(tx));
  }

  get size(): number {
    return this.#byId.size;
  }

  all(): Stream[] {
    return [...this.#byId.values()];
  }

  byId(id: number): Stream | undefined {
    return this.#byId.get(id);
  }

  /** @throws if the topic is not one that this service numbers. */
  streamOf(topic: string, key: string): Stream {
    const partitions = this.#byTopic.get(topic);
    const stream = partitions?.[partitionOf(key, partitions.length)];
    if (!stream) throw new Error(`${topic} is not a numbered topic of this service: it cannot be written through its outbox`);
    return stream;
  }
}
