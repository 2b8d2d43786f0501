import { columnsOf, quoted, type Beside, type Difference } from '@candor/messaging';
import type { EntityManager } from 'typeorm';
import { CONSUMER } from '../fold/write-cells.ts';

type Schemas = Pick<Beside, 'schema' | 'live'>;

/** Above every version that was ever published: readers keep the higher one, and a crash before the publication is found at the next start. */
const ABOVE_ALL = `(SELECT max(next) + 1 FROM consumer_offset WHERE consumer = '${CONSUMER}')`;

interface Wrong {
  key: string;
  table: string;
  found: boolean;
  wanted: boolean;
}

/**
 * Cells that are not what was built get its numbers and a higher version. One that should not be there stays, at nothing, since readers have it.
 * @returns what was wrong, and the keys of the cells to publish
 */
export async function replaceCells(tx: EntityManager, schemas: Schemas): Promise<{ differences: Difference[]; keys: string[] }> {
  const cells = await wrongIn(tx, schemas, 'cell');
  const womi = await wrongIn(tx, schemas, 'womi_cell');
  const keys = [...new Set([...cells, ...womi].map(({ key }) => key))].sort();
  if (keys.length > 0) {
    await put(tx, schemas, 'cell', keys, ['version', `GREATEST(l.version + 1, ${ABOVE_ALL})`]);
    if (womi.length > 0) await put(tx, schemas, 'womi_cell', womi.map(({ key }) => key).sort());
  }
  return { keys, differences: [differenceOf('cell', cells), differenceOf('womi_cell', womi)] };
}

async function numbersOf(tx: EntityManager, schemas: Schemas, table: string): Promise<string[]> {
  return (await columnsOf(tx, schemas.live, table)).rest.filter((column) => column !== 'version').map(quoted);
}

/** A cell that holds nothing is as good as none. */
async function wrongIn(tx: EntityManager, schemas: Schemas, table: string): Promise<Wrong[]> {
  const numbers = await numbersOf(tx, schemas, table);
  const row = (of: string): string => `ROW(${numbers.map((column) => `coalesce(${of}.${column}, 0)`).join(', ')})`;
  return tx.query(
    `SELECT coalesce(l.key, s.key) AS key, $1 AS "table", l.key IS NOT NULL AS found, s.key IS NOT NULL AS wanted
     FROM ${quoted(schemas.live)}.${table} l FULL JOIN ${quoted(schemas.schema)}.${table} s ON s.key = l.key WHERE ${row('l')} IS DISTINCT FROM ${row('s')}`, [table],
  );
}

async function put(tx: EntityManager, schemas: Schemas, table: string, keys: readonly string[], extra?: readonly [column: string, value: string]): Promise<void> {
  const numbers = await numbersOf(tx, schemas, table);
  const live = `${quoted(schemas.live)}.${table}`;
  await tx.query(
    `INSERT INTO ${live} AS t (key, ${extra ? `${extra[0]}, ` : ''}${numbers.join(', ')})
     SELECT k.key, ${extra ? `coalesce(${extra[1]}, 1), ` : ''}${numbers.map((column) => `coalesce(s.${column}, 0)`).join(', ')}
     FROM unnest($1::text[]) AS k(key) LEFT JOIN ${quoted(schemas.schema)}.${table} s ON s.key = k.key LEFT JOIN ${live} l ON l.key = k.key ORDER BY k.key COLLATE "C"
     ON CONFLICT (key) DO UPDATE SET ${[...(extra ? [extra[0]] : []), ...numbers].map((column) => `${column} = excluded.${column}`).join(', ')}`,
    [keys],
  );
}

function differenceOf(table: string, wrong: readonly Wrong[]): Difference {
  const count = (which: (one: Wrong) => boolean): number => wrong.filter(which).length;
  return { table, missing: count(({ found }) => !found), wrong: count(({ found, wanted }) => found && wanted), surplus: count(({ wanted }) => !wanted) };
}
