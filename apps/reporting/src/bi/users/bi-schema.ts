import { createHash } from 'node:crypto';
import pg from 'pg';
import { ENTITY_SETS } from '../entity-sets/index.ts';

/** The group that every BI user is in. It may read, and sees nothing by itself: rows go by the user's own name. */
export const READERS = 'candor_bi_reader';
const SCHEMA = 'bi';
const LOCK = `SELECT pg_advisory_xact_lock(hashtextextended('candor-bi-schema', 0))`;

/** Views run with the rights of whoever asks, so that row security applies to them. */
const VIEWS = ENTITY_SETS.flatMap(({ view, select, description, columns }) => [
  `CREATE VIEW ${SCHEMA}.${view} WITH (security_invoker = true) AS ${select}`,
  `COMMENT ON VIEW ${SCHEMA}.${view} IS ${pg.escapeLiteral(description)}`,
  ...Object.entries(columns).map(([column, said]) => `COMMENT ON COLUMN ${SCHEMA}.${view}."${column}" IS ${pg.escapeLiteral(said.description)}`),
]);
const TABLES = [...new Set([...ENTITY_SETS.flatMap(({ tables }) => tables), 'programme', 'bi_user'])];
const MARK = `candor ${createHash('sha256').update(JSON.stringify([VIEWS, TABLES])).digest('hex').slice(0, 16)}`;

/** Makes the group and the schema. Roles are of the whole server, hence the administrator's connection. */
export async function prepareServer(admin: pg.ClientBase, service: string): Promise<void> {
  await admin.query('BEGIN');
  try {
    await admin.query(LOCK);
    const { rowCount } = await admin.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [READERS]);
    // Another installation on this server may be making it at this moment, from another database.
    if (rowCount === 0) await admin.query(`DO $$ BEGIN CREATE ROLE ${READERS} NOLOGIN; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$`);
    await admin.query(`CREATE SCHEMA IF NOT EXISTS ${SCHEMA} AUTHORIZATION ${pg.escapeIdentifier(service)}`);
    const { rows } = await admin.query<{ may: boolean; database: string }>(`SELECT has_database_privilege('${READERS}', current_database(), 'CONNECT') AS may, current_database() AS database`);
    if (!rows[0]!.may) await admin.query(`GRANT CONNECT ON DATABASE ${pg.escapeIdentifier(rows[0]!.database)} TO ${READERS}`);
    await admin.query('COMMIT');
  } catch (error) {
    await admin.query('ROLLBACK');
    throw error;
  }
}

/** Makes the views anew if they are not those of this release. To be run as the service, which owns the tables. */
export async function prepareViews(client: pg.ClientBase): Promise<void> {
  await client.query('BEGIN');
  try {
    await client.query(LOCK);
    const { rows } = await client.query<{ mark: string | null }>(`SELECT obj_description('${SCHEMA}'::regnamespace, 'pg_namespace') AS mark`);
    if (rows[0]?.mark !== MARK) {
      for (const { view } of ENTITY_SETS) await client.query(`DROP VIEW IF EXISTS ${SCHEMA}.${view}`);
      for (const statement of VIEWS) await client.query(statement);
      await client.query(`GRANT USAGE ON SCHEMA ${SCHEMA}, reporting TO ${READERS}`);
      await client.query(`GRANT SELECT ON ALL TABLES IN SCHEMA ${SCHEMA} TO ${READERS}`);
      await client.query(`GRANT SELECT ON ${TABLES.map((table) => `reporting.${table}`).join(', ')} TO ${READERS}`);
      await client.query(`COMMENT ON SCHEMA ${SCHEMA} IS ${pg.escapeLiteral(MARK)}`);
    }
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}
