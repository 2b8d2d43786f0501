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

/**
 * The fence: moves the consumer from one position to the next, if it still is where the caller believes.
 * @returns false if somebody else was faster; then nothing the caller has read may be applied
 */
export async function moveOffset(db: Queries, { consumer, topic, partition }: Place, from: Position, to: Position): Promise<boolean> {
  const rows = await db.query<unknown>(
    `WITH moved AS (
       UPDATE consumer_offset SET next = $5, generation = $6, number = $7
       WHERE consumer = $1 AND topic = $2 AND partition = $3 AND next = $4 RETURNING 1
     ) SELECT 1 FROM moved`,
    [consumer, topic, partition, String(from.next), String(to.next), to.generation, to.number === null ? null : String(to.number)],
  );
  return rows.length === 1;
}
