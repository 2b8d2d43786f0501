import type { EntityManager } from 'typeorm';
import { columnsOf, quoted } from './columns.ts';
import type { Beside, Difference, ReadTable } from './read-model.ts';

type Schemas = Pick<Beside, 'schema' | 'live'>;

/**
 * Brings the live tables to what was built beside them, and tells how much was not as it should be. Rows that are right are not touched, so that policies, views and
 * rights stay what they are, readers never wait, and a swap after nothing went wrong writes nothing.
 */
export async function replaceRows(tx: EntityManager, schemas: Schemas, tables: readonly ReadTable[]): Promise<Difference[]> {
  const differences = new Map<string, Difference>();
  // Rows that refer to others go first, and come last.
  for (const { name } of tables.toReversed()) differences.set(name, { table: name, missing: 0, wrong: 0, surplus: await takeAway(tx, schemas, name) });
  for (const table of tables) Object.assign(differences.get(table.name)!, await bring(tx, schemas, table));
  return tables.map(({ name }) => differences.get(name)!);
}

const same = (key: readonly string[]): string => key.map((column) => `s.${quoted(column)} = l.${quoted(column)}`).join(' AND ');

async function takeAway(tx: EntityManager, { live, schema }: Schemas, table: string): Promise<number> {
  const { key } = await columnsOf(tx, live, table);
  const [{ count }] = (await tx.query(
    `WITH gone AS (DELETE FROM ${quoted(live)}.${quoted(table)} AS l WHERE NOT EXISTS (SELECT 1 FROM ${quoted(schema)}.${quoted(table)} AS s WHERE ${same(key)}) RETURNING 1)
     SELECT count(*)::int AS count FROM gone`,
  )) as [{ count: number }];
  return count;
}

async function bring(tx: EntityManager, { live, schema }: Schemas, { name, ignored = [] }: ReadTable): Promise<Pick<Difference, 'missing' | 'wrong'>> {
  const { key, rest } = await columnsOf(tx, live, name);
  const compared = rest.filter((column) => !ignored.includes(column)).map(quoted);
  const row = (of: string): string => `ROW(${compared.map((column) => `${of}.${column}`).join(', ')})`;
  const all = [...key, ...rest].map(quoted);
  const isMissing = `l.${quoted(key[0]!)} IS NULL`;
  const [counts] = (await tx.query(
    `WITH due AS (
       SELECT ${isMissing} AS is_missing, ${all.map((column) => `s.${column}`).join(', ')}
       FROM ${quoted(schema)}.${quoted(name)} s LEFT JOIN ${quoted(live)}.${quoted(name)} l ON ${same(key)}
       WHERE ${compared.length === 0 ? isMissing : `${isMissing} OR ${row('s')} IS DISTINCT FROM ${row('l')}`}),
     put AS (
       INSERT INTO ${quoted(live)}.${quoted(name)} AS t (${all.join(', ')}) SELECT ${all.join(', ')} FROM due
       ON CONFLICT (${key.map(quoted).join(', ')}) ${rest.length === 0 ? 'DO NOTHING' : `DO UPDATE SET ${rest.map((column) => `${quoted(column)} = excluded.${quoted(column)}`).join(', ')}`})
     SELECT count(*) FILTER (WHERE is_missing)::int AS missing, count(*) FILTER (WHERE NOT is_missing)::int AS wrong FROM due`,
  )) as [Pick<Difference, 'missing' | 'wrong'>];
  return counts;
}
