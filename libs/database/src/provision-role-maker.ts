import pg from 'pg';

/**
 * Makes a role that may make other roles, and schemas in this one database; it reads nothing that the services own. For a service that gives people SQL
 * users of their own (`reporting`), which a superuser's URL would give far too much. Named after the database, since roles belong to the whole server. Safe to repeat.
 * @param adminUrl of a role that may create roles
 * @returns its URL
 */
export async function provisionRoleMaker(adminUrl: string, { database, password }: { database: string; password: string }): Promise<string> {
  const name = roleMakerOf(database);
  const role = pg.escapeIdentifier(name);
  const url = new URL(adminUrl);
  url.pathname = `/${encodeURIComponent(database)}`;
  const admin = new pg.Client({ connectionString: adminUrl, connectionTimeoutMillis: 5000 });
  await admin.connect();
  try {
    await admin.query("SELECT pg_advisory_lock(hashtextextended('candor-provision', 0))");
    const { rowCount } = await admin.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [name]);
    if (rowCount === 0) await admin.query(`CREATE ROLE ${role}`);
    await admin.query(`ALTER ROLE ${role} LOGIN NOSUPERUSER NOCREATEDB CREATEROLE PASSWORD ${pg.escapeLiteral(password)}`);
    await admin.query(`GRANT CONNECT, CREATE ON DATABASE ${pg.escapeIdentifier(database)} TO ${role}`);
    await letNobodyWrite(url.toString(), database, role);
  } finally {
    await admin.end();
  }
  url.username = name;
  url.password = encodeURIComponent(password);
  return url.toString();
}

/** Advisory locks are for whoever owns a schema, and for the role maker: PostgreSQL lets everybody take any, and a reader who held one that services wait for would hold up all figures. */
const lockFor = (role: string): string => `DO $$
  DECLARE
    lock regprocedure;
    owners text := (SELECT string_agg(DISTINCT nspowner::regrole::text, ', ') FROM pg_namespace WHERE NOT starts_with(nspname, 'pg_') AND NOT starts_with(nspowner::regrole::text, 'pg_'));
  BEGIN
    FOR lock IN SELECT oid FROM pg_proc WHERE pronamespace = 'pg_catalog'::regnamespace AND proname ~ '^pg_(try_)?advisory_(xact_)?lock' AND pg_has_role(current_user, proowner, 'USAGE') LOOP
      EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO %s', lock, concat_ws(', ', ${pg.escapeLiteral(role)}, owners));
      EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', lock);
    END LOOP;
  END $$`;

/**
 * Roles that it makes are to read only, and PostgreSQL lets everybody fill the disk with temporary tables and large objects. Services use neither. Where the
 * administrator does not own the server, it stays as it is.
 */
async function letNobodyWrite(url: string, database: string, role: string): Promise<void> {
  const inside = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  await inside.connect();
  try {
    await inside.query(`REVOKE TEMPORARY ON DATABASE ${pg.escapeIdentifier(database)} FROM PUBLIC`);
    await inside.query('REVOKE EXECUTE ON FUNCTION pg_catalog.lo_creat(integer), pg_catalog.lo_create(oid), pg_catalog.lo_from_bytea(oid, bytea) FROM PUBLIC');
    await inside.query(lockFor(role));
  } finally {
    await inside.end();
  }
}

export const roleMakerOf = (database: string): string => `${database}_bi_admin`;
