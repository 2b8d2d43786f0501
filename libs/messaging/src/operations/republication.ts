import { Problem } from '@candor/http';
import type pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import type { DataSource, EntityManager } from 'typeorm';
import { appendTo } from '../outbox/append.ts';
import { encode, type Encoded, type Streams } from '../outbox/index.ts';
import type { Republisher, Republishers } from './republishers.ts';
import type { Republished } from './shapes.ts';

export interface RepublicationOptions {
  dataSource: DataSource;
  streams: Streams;
  republishers: Republishers;
  /** CloudEvents `source`. */
  source: string;
  /** After the commit. */
  wake: () => void;
}

const CHUNK = 500;

/** Publishes a topic again from the service's tables, under a new generation: for when Kafka, or these tables, lost what they had. */
export class Republication {
  readonly #options: RepublicationOptions;

  constructor(options: RepublicationOptions) {
    this.#options = options;
  }

  /** Those that are told again from the tables, and those that can only begin anew with what was not sent yet. */
  topics(): string[] {
    const { streams, republishers } = this.#options;
    return [...new Set([...republishers.topics(), ...streams.all().map(({ topic }) => topic)])].sort();
  }

  /** Latest first. */
  async done(limit: number): Promise<Republished[]> {
    const rows = await this.#options.dataSource.query<(Republished & { published_by: string; published_at: Date })[]>(
      'SELECT id, topic, generation, records::int, reason, published_by, published_at FROM republication ORDER BY published_at DESC, id DESC LIMIT $1', [limit],
    );
    return rows.map(({ published_by, published_at, ...row }) => ({ ...row, publishedBy: published_by, publishedAt: published_at.toISOString() }));
  }

  /**
   * In one transaction: ends the topic's streams (writers wait, and then begin again with the new ones), drops what was not sent yet (the tables hold it), and writes
   * everything again, numbered from 1. A topic that no table keeps (what is handed over, what is only a sign) begins anew with what was not sent yet.
   * @throws Problem 404 if this service cannot rebuild the topic
   */
  async republish(topic: string, reason: string, by: string): Promise<Republished> {
    const { dataSource, streams, republishers, wake } = this.#options;
    const republisher = republishers.of(topic);
    if (!this.topics().includes(topic)) {
      throw new Problem({ status: 404, code: 'STREAM.UNKNOWN', title: 'This topic cannot be published again from here', detail: `this service rebuilds ${this.topics().join(', ') || 'none'}` });
    }
    const [id, generation] = [uuidv7(), uuidv7()];
    await dataSource.transaction(async (tx) => {
      const ended = await renew(tx, topic, generation);
      const records = republisher ? await this.#write(tx, republisher, await streams.asSeenIn(tx)) : await carryOver(tx, ended, topic);
      await tx.query('DELETE FROM outbox WHERE stream = ANY ($1)', [ended]);
      await tx.query('INSERT INTO republication (id, topic, generation, records, reason, published_by) VALUES ($1, $2, $3, $4, $5, $6)', [id, topic, generation, records, reason, by]);
    });
    await streams.reload(dataSource);
    wake();
    const made = (await this.done(100)).find((one) => one.id === id);
    return made!;
  }

  async #write(tx: EntityManager, republisher: Republisher, streams: Streams): Promise<number> {
    const client = (await tx.queryRunner!.connect()) as pg.ClientBase;
    let count = 0;
    let chunk: Encoded[] = [];
    const flush = async () => {
      await appendTo(client, streams, chunk);
      count += chunk.length;
      chunk = [];
    };
    for await (const event of republisher.events(tx)) {
      chunk.push(encode(event, this.#options.source, undefined));
      if (chunk.length >= CHUNK) await flush();
    }
    await flush();
    return count;
  }
}

/** The lock comes first: whoever has written to these streams has committed then, and whoever comes later finds them ended. @returns the streams that have ended */
async function renew(tx: EntityManager, topic: string, generation: string): Promise<number[]> {
  const old = await tx.query<{ id: number }[]>('SELECT id FROM outbox_stream WHERE topic = $1 AND retired_at IS NULL ORDER BY id FOR UPDATE', [topic]);
  const ids = old.map(({ id }) => id);
  // Whoever waits for one of the old records waits no longer: what it told is told by the new ones.
  await tx.query('UPDATE outbox_relay r SET sent = s.next - 1 FROM outbox_stream s WHERE s.id = r.stream AND r.stream = ANY ($1)', [ids]);
  await tx.query('UPDATE outbox_stream SET retired_at = now() WHERE id = ANY ($1)', [ids]);
  await tx.query('INSERT INTO outbox_stream (topic, partition, generation) SELECT topic, partition, $2 FROM outbox_stream WHERE id = ANY ($1) ORDER BY partition', [ids, generation]);
  await tx.query('INSERT INTO outbox_relay (stream) SELECT id FROM outbox_stream WHERE topic = $1 AND generation = $2', [topic, generation]);
  return ids;
}

/** Numbers what waits in the streams that have ended in the new ones. What was sent and not marked yet comes twice, which readers know by its own id. */
async function carryOver(tx: EntityManager, ended: readonly number[], topic: string): Promise<number> {
  const [{ count }] = await tx.query<[{ count: number }]>(
    `WITH carried AS (
       INSERT INTO outbox (stream, number, key, headers, payload, written_at)
       SELECT n.id, row_number() OVER (PARTITION BY n.id ORDER BY o.number), o.key, o.headers, o.payload, o.written_at
       FROM outbox o JOIN outbox_stream s ON s.id = o.stream JOIN outbox_stream n ON n.topic = s.topic AND n.partition = s.partition AND n.retired_at IS NULL
       WHERE o.stream = ANY ($1) RETURNING stream
     ), counted AS (
       UPDATE outbox_stream n SET next = 1 + (SELECT count(*) FROM carried c WHERE c.stream = n.id) WHERE n.topic = $2 AND n.retired_at IS NULL
     )
     SELECT count(*)::int AS count FROM carried`,
    [ended, topic],
  );
  return count;
}
