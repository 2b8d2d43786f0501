import { int4Array, textArray } from '@candor/database';
import { Problem } from '@candor/http';
import type { ClientBase } from 'pg';
import type { Encoded } from './outgoing.ts';
import type { Streams } from './streams.ts';

/** The last number written in each stream that a transaction wrote to. */
export type Receipt = readonly { readonly stream: number; readonly number: bigint }[];

/**
 * One statement: locks the counters in sorted order (so that writers cannot block each other in a circle), advances them, and writes the rows.
 * The locks last to the commit, so numbers follow commits and leave no gap when a writer dies.
 */
const APPEND = `
  WITH wanted AS MATERIALIZED (SELECT * FROM unnest($1::int4[], $2::int4[]) AS w(id, n)),
  locked AS MATERIALIZED (SELECT s.id FROM outbox_stream s WHERE s.id = ANY ($1::int4[]) AND s.retired_at IS NULL ORDER BY s.id FOR UPDATE),
  counted AS (
    UPDATE outbox_stream s SET next = s.next + w.n FROM wanted w JOIN locked l ON l.id = w.id
    WHERE s.id = w.id RETURNING s.id, s.next - w.n AS first, s.next - 1 AS last
  ),
  written AS (
    INSERT INTO outbox (stream, number, key, headers, payload)
    SELECT c.id, c.first + r.ordinal, r.key, r.headers, r.payload
    FROM unnest($3::int4[], $4::int4[], $5::text[], $6::text[], $7::text[]) AS r(stream, ordinal, key, headers, payload)
    JOIN counted c ON c.id = r.stream
  )
  SELECT id, last FROM counted ORDER BY id`;

/** The streams that were known have ended: their topic is being published again. What was to be written must be tried again, with the new ones. */
export class StreamsRenewed extends Problem {
  constructor() {
    super({ status: 503, code: 'STREAM.RENEWED', title: 'Not stored: a topic is being published again', detail: 'try again' });
  }
}

/** @throws StreamsRenewed */
export async function appendTo(client: ClientBase, streams: Streams, records: readonly Encoded[]): Promise<Receipt> {
  if (records.length === 0) return [];
  const counts = new Map<number, number>();
  const rowStreams: number[] = [];
  const ordinals: number[] = [];
  for (const { topic, key } of records) {
    const { id } = streams.streamOf(topic.name, key);
    const ordinal = counts.get(id) ?? 0;
    rowStreams.push(id);
    ordinals.push(ordinal);
    counts.set(id, ordinal + 1);
  }
  const { rows } = await client.query<{ id: number; last: string }>({
    name: 'candor-outbox-append',
    text: APPEND,
    values: [
      int4Array([...counts.keys()]),
      int4Array([...counts.values()]),
      int4Array(rowStreams),
      int4Array(ordinals),
      textArray(records.map(({ key }) => key)),
      textArray(records.map(({ headers }) => JSON.stringify(headers))),
      textArray(records.map(({ payload }) => payload)),
    ],
  });
  if (rows.length !== counts.size) throw new StreamsRenewed();
  return rows.map(({ id, last }) => ({ stream: id, number: BigInt(last) }));
}
