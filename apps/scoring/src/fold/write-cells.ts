import { int4Array, int8Array, textArray } from '@candor/database';
import type { Position } from '@candor/messaging';
import type pg from 'pg';
import { WIDTH, type Deltas } from '../cell/deltas.ts';

export const CONSUMER = 'cells';
/** SQLSTATE of `fence_held`: what was folded must be thrown away. */
export const FENCED = 'CD001';

/** From where to where a partition moves with the cells. */
export interface Move {
  topic: string;
  partition: number;
  from: Position;
  to: Position;
}

const numbers = Array.from({ length: WIDTH }, (_, i) => i);

/**
 * One statement, one round trip, one commit: every partition's offset moves from where the fold began, or nothing happens; then the cells are
 * added to. Several awaited statements would starve the transaction while this thread folds.
 */
const WRITE = `
  WITH moves AS MATERIALIZED (
    SELECT * FROM unnest($1::text[], $2::int4[], $3::int8[], $4::int8[], $5::text[], $6::text[]) AS m(topic, partition, expected, next, generation, number)
  ), fence AS (
    UPDATE consumer_offset o SET next = m.next, generation = m.generation, number = m.number::int8
    FROM moves m WHERE o.consumer = '${CONSUMER}' AND o.topic = m.topic AND o.partition = m.partition AND o.next = m.expected
    RETURNING 1
  ), held AS MATERIALIZED (
    SELECT fence_held((SELECT count(*) FROM fence), (SELECT count(*) FROM moves)) AS ok
  ), written AS (
    INSERT INTO cell (key, version, ${numbers.map((i) => `c${i}`).join(', ')})
    SELECT d.* FROM held, unnest($7::text[], $8::int8[], ${numbers.map((i) => `$${9 + i}::int4[]`).join(', ')}) AS d
    WHERE held.ok
    ON CONFLICT (key) DO UPDATE SET version = GREATEST(cell.version + 1, excluded.version), ${numbers.map((i) => `c${i} = cell.c${i} + excluded.c${i}`).join(', ')}
  )
  SELECT ok FROM held`;

const WRITE_WOMI = `
  INSERT INTO womi_cell (key, ${numbers.map((i) => `d${i}`).join(', ')}, false_detractors)
  SELECT * FROM unnest($1::text[], ${[...numbers, WIDTH].map((i) => `$${2 + i}::int4[]`).join(', ')})
  ON CONFLICT (key) DO UPDATE SET ${numbers.map((i) => `d${i} = womi_cell.d${i} + excluded.d${i}`).join(', ')},
    false_detractors = womi_cell.false_detractors + excluded.false_detractors`;

/** @throws a database error with code FENCED if another instance has moved one of the partitions */
export async function writeCells(db: pg.Pool | pg.ClientBase, moves: readonly Move[], deltas: Deltas, keys: readonly string[]): Promise<void> {
  const rows = deltas.rowsOf(keys);
  await db.query({
    name: 'write-cells',
    text: WRITE,
    values: [
      textArray(moves.map(({ topic }) => topic)),
      int4Array(moves.map(({ partition }) => partition)),
      int8Array(moves.map(({ from }) => from.next)),
      int8Array(moves.map(({ to }) => to.next)),
      textArray(moves.map(({ to }) => to.generation)),
      textArray(moves.map(({ to }) => (to.number === null ? null : String(to.number)))),
      textArray(keys),
      int8Array(deltas.versions(rows)),
      ...numbers.map((i) => int4Array(deltas.column(rows, i))),
    ],
  });
}

/** WoMI cells stand beside their cell; to be written in the same transaction, after it. */
export async function writeWomi(db: pg.ClientBase, womi: ReadonlyMap<string, Int32Array>): Promise<void> {
  const keys = [...womi.keys()].sort();
  await db.query(WRITE_WOMI, [textArray(keys), ...[...numbers, WIDTH].map((i) => int4Array(keys.map((key) => womi.get(key)![i]!)))]);
}
