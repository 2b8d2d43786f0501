import { prepared } from '@candor/database';
import type { EntityManager } from 'typeorm';
import type { Position } from './batch.ts';

/** Runs a statement and gives its rows: an EntityManager, or a `pg` client seen through `rowsOf`. */
export interface Queries {
  query<R>(text: string, values: unknown[]): Promise<R[]>;
}

export interface Place {
  consumer: string;
  topic: string;
  partition: number;
}

interface StoredRow {
  partition: number;
  next: string;
  generation: string | null;
  number: string | null;
}

const positionOf = ({ next, generation, number }: StoredRow): Position => ({
  next: BigInt(next), generation, number: number === null ? null : BigInt(number),
});

/** What is stored, by partition. */
export async function storedPositions(db: Queries, consumer: string, topic: string): Promise<Map<number, Position>> {
  const rows = await db.query<StoredRow>(
    'SELECT partition, next, generation, number FROM consumer_offset WHERE consumer = $1 AND topic = $2', [consumer, topic],
  );
  return new Map(rows.map((row) => [row.partition, positionOf(row)]));
}

/** The stored position of one partition; begins at `low` where the consumer has never been. */
export async function openPosition(db: Queries, { consumer, topic, partition }: Place, low: bigint): Promise<Position> {
  await db.query(
    'INSERT INTO consumer_offset (consumer, topic, partition, next) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING', [consumer, topic, partition, String(low)],
  );
  const rows = await db.query<StoredRow>(
    'SELECT partition, next, generation, number FROM consumer_offset WHERE consumer = $1 AND topic = $2 AND partition = $3', [consumer, topic, partition],
  );
  return positionOf(rows[0]!);
}

/** One partition's way from where its consumer was to where it will be. */
export interface Move {
  place: Place;
  from: Position;
  to: Position;
}

/**
 * The fence: moves a consumer from its positions to the next, if it still is where the caller believes, in every partition.
 * @returns false if somebody else was faster in one of them; then nothing the caller has read may be applied
 */
export async function moveOffsets(tx: EntityManager, moves: readonly Move[]): Promise<boolean> {
  // In one order, so that two instances cannot wait for each other.
  const sorted = [...moves].sort((a, b) => (a.place.topic < b.place.topic ? -1 : a.place.topic > b.place.topic ? 1 : a.place.partition - b.place.partition));
  const rows = await prepared(
    tx,
    `WITH move AS (SELECT * FROM unnest($2::text[], $3::int4[], $4::int8[], $5::int8[], $6::text[], $7::int8[]) AS m(topic, partition, expected, next, generation, number)),
     held AS MATERIALIZED (
       SELECT o.topic, o.partition FROM consumer_offset o JOIN move m ON m.topic = o.topic AND m.partition = o.partition
       WHERE o.consumer = $1 AND o.next = m.expected ORDER BY o.topic, o.partition FOR UPDATE OF o
     ),
     moved AS (
       UPDATE consumer_offset o SET next = m.next, generation = m.generation, number = m.number
       FROM move m JOIN held h ON h.topic = m.topic AND h.partition = m.partition
       WHERE o.consumer = $1 AND o.topic = m.topic AND o.partition = m.partition AND o.next = m.expected RETURNING 1
     ) SELECT 1 FROM moved`,
    [
      sorted[0]?.place.consumer, sorted.map(({ place }) => place.topic), sorted.map(({ place }) => place.partition), sorted.map(({ from }) => String(from.next)),
      sorted.map(({ to }) => String(to.next)), sorted.map(({ to }) => to.generation), sorted.map(({ to }) => (to.number === null ? null : String(to.number))),
    ],
  );
  return rows.length === moves.length;
}
