import { createHash } from 'node:crypto';
import type { Scope } from '@candor/identity';
import pg from 'pg';
import { ENTITY_SETS } from '../entity-sets/index.ts';

/** The group of a database's BI users. It may connect, and sees nothing by itself: rows go by the user's own name, views by the groups of rights. */
export const readersOf = (database: string): string => `${database}_bi_reader`;

/** The rights that OData asks for, set by set: each has a group that may read the views of its sets, so that SQL shows nobody more. */
export const RIGHTS: readonly Scope[] = [...new Set(ENTITY_SETS.map(({ scope }) => scope))];
const readersWith = (database: string, right: Scope): string => `${readersOf(database)}_${right.replace(/:read$/, '').replace(/\W/g, '_')}`;

/** The groups of a user who is made by somebody with these rights. */
export const groupsFor = (database: string, scopes: readonly Scope[]): string[] => [readersOf(database), ...RIGHTS.filter((right) => scopes.includes(right)).map((right) => readersWith(database, right))];

const SCHEMA = 'bi';
const LOCK = `SELECT pg_advisory_xact_lock(hashtextextended('candor-bi-schema', 0))`;

/** The units of whoever asks, as row security finds them, for views that read tables which their readers may not. */
const THEIRS = 'e.unit IN (SELECT mine.key FROM unit mine, bi_user b WHERE b.role = current_user::text AND (b.units IS NULL OR mine.path && b.units))';

/** Views run with the rights of whoever asks, so that row security applies to them; those of sums with the service's, behind a barrier that no function of a user's own looks over. */
const VIEWS = ENTITY_SETS.flatMap(({ view, select, description, columns, sumsOf }) => [
  sumsOf ? `CREATE VIEW ${SCHEMA}.${view} WITH (security_barrier = true) AS SELECT * FROM (${select}) AS e WHERE ${THEIRS}` : `CREATE VIEW ${SCHEMA}.${view} WITH (security_invoker = true) AS ${select}`,
  `COMMENT ON VIEW ${SCHEMA}.${view} IS ${pg.escapeLiteral(description)}`,
  ...Object.entries(columns).map(([column, said]) => `COMMENT ON COLUMN ${SCHEMA}.${view}."${column}" IS ${pg.escapeLiteral(said.description)}`),
]);
/** What a right opens: its views, and the tables that they and the conditions on rows read. */
const opened = (right: Scope): string[] => {
  const sets = ENTITY_SETS.filter(({ scope }) => scope === right);
  return [...sets.map(({ view }) => `${SCHEMA}.${view}`), ...new Set([...sets.flatMap(({ tables }) => tables), 'unit', 'programme'])].map((name) => (name.includes('.') ? name : `reporting.${name}`));
};
const OPENED = RIGHTS.map((right) => ({ right, relations: opened(right).join(', ') }));
const MARK = `candor ${createHash('sha256').update(JSON.stringify([VIEWS, OPENED])).digest('hex').slice(0, 16)}`;

/**
 * Makes the group and the schema. Roles are of the whole server, hence another connection than the service's own; one that may create roles and schemas is enough.
 * @param service the role that puts the views into the schema
 */
export async function prepareServer(admin: pg.ClientBase, service: string, database: string): Promise<void> {
  const readers = pg.escapeIdentifier(readersOf(database));
  await inTransaction(admin, async () => {
    await prepareGroup(admin, readersOf(database));
    for (const right of RIGHTS) await prepareGroup(admin, readersWith(database, right));
    const { rows } = await admin.query<{ connects: boolean; exists: boolean }>(
      `SELECT has_database_privilege($1, current_database(), 'CONNECT') AS connects, to_regnamespace($2) IS NOT NULL AS exists`, [readersOf(database), SCHEMA]);
    if (!rows[0]!.connects) await admin.query(`GRANT CONNECT ON DATABASE ${pg.escapeIdentifier(database)} TO ${readers}`);
    if (rows[0]!.exists) return;
    await admin.query(`CREATE SCHEMA ${SCHEMA}`);
    await admin.query(`GRANT USAGE, CREATE ON SCHEMA ${SCHEMA} TO ${pg.escapeIdentifier(service)}`);
    await admin.query(`GRANT USAGE ON SCHEMA ${SCHEMA} TO ${readers}`);
  });
}

/** Roles are of the whole server: those of an earlier start are there. */
async function prepareGroup(admin: pg.ClientBase, group: string): Promise<void> {
  const { rowCount } = await admin.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [group]);
  if (rowCount === 0) await admin.query(`CREATE ROLE ${pg.escapeIdentifier(group)} NOLOGIN`);
}

/** Makes the views anew if they are not those of this release. To be run as the service, which owns the tables. */
export async function prepareViews(client: pg.ClientBase, database: string): Promise<void> {
  const readers = pg.escapeIdentifier(readersOf(database));
  await inTransaction(client, async () => {
    const { rows } = await client.query<{ mark: string | null }>(`SELECT obj_description('reporting.bi_user'::regclass, 'pg_class') AS mark`);
    if (rows[0]?.mark === MARK) return;
    for (const { view } of ENTITY_SETS) await client.query(`DROP VIEW IF EXISTS ${SCHEMA}.${view}`);
    for (const statement of VIEWS) await client.query(statement);
    await client.query(`REVOKE SELECT ON ALL TABLES IN SCHEMA reporting FROM ${readers}`);
    await client.query(`GRANT USAGE ON SCHEMA reporting TO ${readers}`);
    await client.query(`GRANT SELECT ON reporting.bi_user TO ${readers}`);
    for (const { right, relations } of OPENED) await client.query(`GRANT SELECT ON ${relations} TO ${pg.escapeIdentifier(readersWith(database, right))}`);
    await client.query(`COMMENT ON TABLE reporting.bi_user IS ${pg.escapeLiteral(MARK)}`);
  });
}

/** One instance at a time; the others then find it done. */
export async function inTransaction(client: pg.ClientBase, work: () => Promise<void>): Promise<void> {
  await client.query('BEGIN');
  try {
    await client.query(LOCK);
    await work();
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}
