import { besideOf, createDataSource, createPool } from '@candor/database';
import { Problem } from '@candor/http';
import type { Logger } from '@candor/observability';
import pg from 'pg';
import type { DataSource, EntityManager } from 'typeorm';
import { quoted } from './columns.ts';
import type { Beside, ReadModel } from './read-model.ts';

/** Of messaging: where the rebuild is in each partition, and what it could not take. */
const OURS = ['consumer_offset', 'dead_letter'];
const CONNECTIONS = 3;

type Queries = Pick<DataSource | EntityManager, 'query'>;

export interface Schemas {
  live: string;
  schema: string;
}

/** @throws Problem 503 where the second schema was never made */
export async function schemasOf(db: Queries): Promise<Schemas> {
  const [{ live }] = (await db.query('SELECT current_schema() AS live')) as [{ live: string }];
  const schema = besideOf(live);
  const [{ there }] = (await db.query('SELECT to_regnamespace($1) IS NOT NULL AS there', [schema])) as [{ there: boolean }];
  if (!there) throw new Problem({ status: 503, code: 'REBUILD.NO_SCHEMA', title: 'There is no schema to build in', detail: `Provision the database again: ${schema} is missing` });
  return { live, schema };
}

const tablesOf = (model: ReadModel): string[] => [...OURS, ...model.tables.map(({ name }) => name), ...(model.passing ?? [])];

/** What the tables look like: two that say the same can hold each other's rows. */
export async function shapeOf(db: Queries, { live }: Schemas, model: ReadModel): Promise<string> {
  const [{ shape }] = (await db.query(
    `SELECT md5(string_agg(concat_ws('|', table_name, column_name, data_type, udt_name, is_nullable, column_default), ',' ORDER BY table_name, column_name)) AS shape
     FROM information_schema.columns WHERE table_schema = $1 AND table_name = ANY ($2)`, [live, tablesOf(model)],
  )) as [{ shape: string }];
  return `${model.name} ${shape}`;
}

/** Whether everything that this rebuild has begun is still there. */
export async function isWhole(db: Queries, { schema }: Schemas, model: ReadModel, rebuild: string): Promise<boolean> {
  if ((await occupant(db, schema)) !== rebuild) return false;
  const rows = (await db.query('SELECT 1 FROM unnest($1::text[]) AS t(name) WHERE to_regclass($2 || t.name) IS NULL', [tablesOf(model), `${quoted(schema)}.`])) as unknown[];
  return rows.length === 0;
}

/** Which rebuild the schema was last made ready for. */
export async function occupant(db: Queries, schema: string): Promise<string | null> {
  const [{ rebuild }] = (await db.query(`SELECT obj_description($1::regnamespace, 'pg_namespace') AS rebuild`, [schema])) as [{ rebuild: string | null }];
  return rebuild;
}

const LOCK = 'SELECT pg_advisory_xact_lock(hashtextextended($1, 0))';

/** Throws away what a rebuild has made, unless the schema is another's by now. */
export async function dropBeside(dataSource: DataSource, schemas: Schemas, rebuild: string): Promise<void> {
  await dataSource.transaction(async (tx) => {
    await tx.query(LOCK, [`candor-${schemas.schema}`]);
    if ((await occupant(tx, schemas.schema)) === rebuild) await empty(tx, schemas);
  });
}

async function empty(tx: EntityManager, { schema }: Schemas): Promise<void> {
  const rows = (await tx.query("SELECT relname AS name FROM pg_class WHERE relnamespace = $1::regnamespace AND relkind = 'r' ORDER BY relname", [schema])) as { name: string }[];
  if (rows.length > 0) await tx.query(`DROP TABLE ${rows.map(({ name }) => `${quoted(schema)}.${quoted(name)}`).join(', ')} CASCADE`);
}

/**
 * Makes the tables anew, empty, like the live ones with their indexes, and the functions that statements call. Not logged: after a crash of the server they are
 * empty together with the offsets, and the rebuild starts over.
 */
export async function makeBeside(dataSource: DataSource, schemas: Schemas, model: ReadModel, rebuild: string): Promise<void> {
  const [live, schema] = [quoted(schemas.live), quoted(schemas.schema)];
  await dataSource.transaction(async (tx) => {
    await tx.query(LOCK, [`candor-${schemas.schema}`]);
    await empty(tx, schemas);
    await tx.query(`COMMENT ON SCHEMA ${schema} IS ${pg.escapeLiteral(rebuild)}`);
    for (const table of tablesOf(model)) await tx.query(`CREATE UNLOGGED TABLE ${schema}.${quoted(table)} (LIKE ${live}.${quoted(table)} INCLUDING ALL)`);
    const functions = (await tx.query(
      `SELECT replace(pg_get_functiondef(p.oid), $1, $2) AS definition FROM pg_proc p
       WHERE p.pronamespace = $3::regnamespace AND p.prokind = 'f' AND p.prorettype <> 'trigger'::regtype`,
      [`FUNCTION ${schemas.live}.`, `FUNCTION ${schemas.schema}.`, schemas.live],
    )) as { definition: string }[];
    for (const { definition } of functions) await tx.query(definition);
  });
}

/** Connections that see the second schema where the service's own see the live one, and nothing of the live one. */
export async function openBeside(url: string, schemas: Schemas, log: Logger): Promise<Beside & { close(): Promise<void> }> {
  const there = new URL(url);
  there.searchParams.set('options', `-c search_path=${schemas.schema} -c synchronous_commit=off`);
  const name = `candor-${schemas.schema}`;
  const pool = createPool({ url: there.toString(), applicationName: name }, CONNECTIONS);
  const dataSource = await createDataSource({ url: there.toString(), schema: schemas.schema, entities: [], migrations: [], poolSize: CONNECTIONS }).initialize();
  return { ...schemas, pool, dataSource, log, close: async () => void (await Promise.all([pool.end(), dataSource.destroy()])) };
}
