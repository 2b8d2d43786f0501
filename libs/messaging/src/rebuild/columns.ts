import pg from 'pg';
import type { EntityManager } from 'typeorm';

export const quoted = (name: string): string => pg.escapeIdentifier(name);

export interface Columns {
  key: string[];
  rest: string[];
}

/** The columns of a table as they are now, whatever migrations have made of it. @throws if it has no primary key */
export async function columnsOf(tx: EntityManager, schema: string, table: string): Promise<Columns> {
  const rows = (await tx.query(
    `SELECT a.attname AS name, a.attnum = ANY (coalesce(i.indkey::int2[], '{}')) AS key
     FROM pg_attribute a LEFT JOIN pg_index i ON i.indrelid = a.attrelid AND i.indisprimary
     WHERE a.attrelid = $1::regclass AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '' ORDER BY a.attnum`,
    [`${quoted(schema)}.${quoted(table)}`],
  )) as { name: string; key: boolean }[];
  const key = rows.filter((row) => row.key).map(({ name }) => name);
  if (key.length === 0) throw new Error(`${table} has no primary key: its rows cannot be told apart`);
  return { key, rest: rows.filter((row) => !row.key).map(({ name }) => name) };
}
