import { int4Array, int8Array } from '@candor/database';
import pg from 'pg';
import { HEADER } from '../envelope/headers.ts';

export interface OutboxRow {
  stream: number;
  number: bigint;
  key: string;
  headers: string;
  payload: string | null;
  writtenAt: Date;
}

/** What was sent of one stream: numbers above `after`, up to and including `last`. */
export interface SentRange {
  stream: number;
  after: bigint;
  last: bigint;
  /** Kafka's offset after `last`, where it told it. */
  end?: bigint | undefined;
}

/** How far a stream is by this database. */
export interface StreamEnd {
  sent: bigint;
  /** Kafka's offset after the number in `sent`; null where that is not known. */
  end: bigint | null;
}

const READ = `
  SELECT s.id AS stream, o.number, o.key, o.headers, o.payload, o.written_at
  FROM outbox_stream s LEFT JOIN unnest($1::int4[], $2::int8[]) AS c(id, sent) ON c.id = s.id
  CROSS JOIN LATERAL (
    SELECT number, key, headers, payload, written_at FROM outbox
    WHERE stream = s.id AND number > coalesce(c.sent, 0) ORDER BY number LIMIT $3
  ) o
  WHERE s.id <> ALL ($4::int4[])`;

/** The lower bound spares the scan over entries that are dead but not vacuumed yet: without it twice the processor time. */
const MARK = `
  WITH lease AS (SELECT 1 FROM relay_lease WHERE id = 1 AND epoch = $1),
  ranges AS (SELECT r.* FROM unnest($2::int4[], $3::int8[], $4::int8[], $5::int8[]) AS r(stream, after, last, kafka_end), lease),
  moved AS (UPDATE outbox_relay m SET sent = greatest(m.sent, r.last), kafka_end = nullif(r.kafka_end, -1) FROM ranges r WHERE m.stream = r.stream),
  deleted AS (DELETE FROM outbox o USING ranges r WHERE o.stream = r.stream AND o.number > r.after AND o.number <= r.last)
  SELECT count(*)::int AS held FROM lease`;

export const RELEASED = 'released';

interface RawRow {
  stream: number;
  number: string;
  key: string;
  headers: string;
  payload: string | null;
  written_at: Date;
}

/** The relay's two connections: one reads and listens, one marks, so that reading the next batch need not wait for the marking of the last. */
export class RelayStore {
  readonly reader: pg.Client;
  readonly marker: pg.Client;

  private constructor(reader: pg.Client, marker: pg.Client) {
    this.reader = reader;
    this.marker = marker;
  }

  /** @param onNotify called when another process has written, or has released the lease (and then says so) */
  static async connect(config: pg.ClientConfig, channel: string, onNotify: (message: string) => void, onError: (error: Error) => void): Promise<RelayStore> {
    const [reader, marker] = [new pg.Client(config), new pg.Client(config)];
    const store = new RelayStore(reader, marker);
    try {
      for (const client of [reader, marker]) {
        client.on('error', onError);
        await client.connect();
      }
      reader.on('notification', ({ payload }) => onNotify(payload ?? ''));
      // The table is mostly empty when it is analysed and full when it matters: never scan it.
      await reader.query('SET enable_seqscan = off; SET enable_bitmapscan = off; SET enable_hashjoin = off; SET enable_mergejoin = off');
      await reader.query(`LISTEN ${pg.escapeIdentifier(channel)}`);
      // A mark that a crash of the server forgets is only sent once more.
      await marker.query('SET synchronous_commit = off');
      return store;
    } catch (error) {
      await store.close();
      throw error;
    }
  }

  /** The highest acknowledged number, by stream, and where Kafka had it. */
  async ends(): Promise<Map<number, StreamEnd>> {
    const { rows } = await this.reader.query<{ stream: number; sent: string; kafka_end: string | null }>('SELECT stream, sent, kafka_end FROM outbox_relay');
    return new Map(rows.map(({ stream, sent, kafka_end }) => [stream, { sent: BigInt(sent), end: kafka_end === null ? null : BigInt(kafka_end) }]));
  }

  /** The id of the event that waits under this number, if one does. */
  async waiting(stream: number, number: bigint): Promise<string | undefined> {
    const { rows } = await this.reader.query<{ headers: string }>('SELECT headers FROM outbox WHERE stream = $1 AND number = $2', [stream, number]);
    return rows[0] && (JSON.parse(rows[0].headers) as Record<string, string>)[HEADER.id];
  }

  /** The next rows, in the order of each stream's numbers. @param held streams of which nothing is read */
  async read(sent: ReadonlyMap<number, bigint>, limitPerStream: number, held: readonly number[]): Promise<OutboxRow[]> {
    const { rows } = await this.reader.query<RawRow>({
      name: 'candor-relay-read',
      text: READ,
      values: [int4Array([...sent.keys()]), int8Array([...sent.values()]), limitPerStream, int4Array(held)],
    });
    return rows.map((row) => ({
      stream: row.stream, number: BigInt(row.number), key: row.key, headers: row.headers, payload: row.payload, writtenAt: row.written_at,
    }));
  }

  /** Forgets what was sent. @returns false if the lease has been lost: nothing was changed. */
  async mark(epoch: bigint, ranges: readonly SentRange[]): Promise<boolean> {
    const { rows } = await this.marker.query<{ held: number }>({
      name: 'candor-relay-mark',
      text: MARK,
      values: [epoch, int4Array(ranges.map((r) => r.stream)), int8Array(ranges.map((r) => r.after)), int8Array(ranges.map((r) => r.last)), int8Array(ranges.map((r) => r.end ?? -1n))],
    });
    return rows[0]?.held === 1;
  }

  /** Rows that are written and not sent. */
  async backlog(): Promise<number> {
    const { rows } = await this.reader.query<{ waiting: string }>(
      'SELECT coalesce(sum(s.next - 1 - r.sent), 0) AS waiting FROM outbox_stream s JOIN outbox_relay r ON r.stream = s.id',
    );
    return Number(rows[0]?.waiting ?? 0);
  }

  /** Tells the relays that wait that one of them may take over. */
  async announceRelease(channel: string): Promise<void> {
    await this.marker.query('SELECT pg_notify($1, $2)', [channel, RELEASED]);
  }

  async close(): Promise<void> {
    await Promise.allSettled([this.reader.end(), this.marker.end()]);
  }
}
