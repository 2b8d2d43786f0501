import pg from 'pg';

export interface Provisioning {
  database: string;
  /** Password of the role, by service: `<database>_<service>` owns the schema `<service>`. */
  passwords: Readonly<Record<string, string>>;
}

/**
 * Makes the database, and for each service a role that owns a schema of its own and sees no other's. Safe to repeat, and to run from
 * several processes at once (roles belong to the whole server, so a lock in the administrator's database keeps them in turn).
 * @param adminUrl of a role that may create roles and databases
 * @returns the URL for each service's role
 */
export async function provision(adminUrl: string, { database, passwords }: Provisioning): Promise<Record<string, string>> {
  const services = Object.keys(passwords);
  const admin = new pg.Client({ connectionString: adminUrl, connectionTimeoutMillis: 5000 });
  await admin.connect();
  try {
    await admin.query("SELECT pg_advisory_lock(hashtextextended('candor-provision', 0))");
    const { rowCount } = await admin.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
    if (rowCount === 0) await admin.query(`CREATE DATABASE ${pg.escapeIdentifier(database)}`);
    for (const service of services) await provisionRole(admin, roleOf(database, service), service, passwords[service]!);
    const inside = new pg.Client({ connectionString: withDatabase(adminUrl, database), connectionTimeoutMillis: 5000 });
    await inside.connect();
    try {
      await inside.query('REVOKE ALL ON SCHEMA public FROM PUBLIC');
      for (const service of services) {
        for (const schema of [service, besideOf(service)]) await provisionSchema(inside, roleOf(database, service), schema);
      }
    } finally {
      await inside.end();
    }
  } finally {
    await admin.end();
  }
  return Object.fromEntries(services.map((service) => [service, serviceUrl(adminUrl, database, service, passwords[service]!)]));
}

/** The schema in which a service builds a read model anew, beside the live one. */
export const besideOf = (schema: string): string => `${schema}_rebuild`;

/** Roles belong to the whole server: the name of the database in theirs keeps apart the installations that share it. */
export function roleOf(database: string, service: string): string {
  const role = `${database}_${service.replaceAll('-', '_')}`;
  if (role.length > 63) throw new Error(`The role ${role} is longer than the 63 characters that PostgreSQL keeps: choose a shorter database name`);
  return role;
}

async function provisionRole(admin: pg.Client, name: string, service: string, password: string): Promise<void> {
  const role = pg.escapeIdentifier(name);
  const { rowCount } = await admin.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [name]);
  if (rowCount === 0) await admin.query(`CREATE ROLE ${role}`);
  await admin.query(`ALTER ROLE ${role} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD ${pg.escapeLiteral(password)}`);
  // On the role, not on the role in this database: such settings are not copied with a template.
  await admin.query(`ALTER ROLE ${role} SET search_path TO ${pg.escapeIdentifier(service)}`);
}

async function provisionSchema(inside: pg.Client, name: string, service: string): Promise<void> {
  const role = pg.escapeIdentifier(name);
  const schema = pg.escapeIdentifier(service);
  // Only a member of a role may give something to it, and not every administrator is a superuser.
  await inside.query(`GRANT ${role} TO CURRENT_USER`);
  await inside.query(`CREATE SCHEMA IF NOT EXISTS ${schema} AUTHORIZATION ${role}`);
  await inside.query(`ALTER SCHEMA ${schema} OWNER TO ${role}`);
}

function withDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${encodeURIComponent(database)}`;
  return changed.toString();
}

function serviceUrl(adminUrl: string, database: string, service: string, password: string): string {
  const url = new URL(withDatabase(adminUrl, database));
  url.username = roleOf(database, service);
  url.password = encodeURIComponent(password);
  return url.toString();
}
