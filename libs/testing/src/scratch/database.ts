import { createHash, createHmac } from 'node:crypto';
import pg from 'pg';
import type { Provisioning } from './provisioning.ts';

const SERVICES = ['catalog', 'dispatch', 'ingestion', 'scoring', 'alerting', 'reporting'];

export const inDatabase = (url: string, database: string): string => {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.toString();
};

/** Roles belong to the whole server: every test file must know the same passwords, so they follow from the administrator's. */
export function passwordsFor(adminUrl: string, services: readonly string[]): Record<string, string> {
  const secret = new URL(adminUrl).password;
  return Object.fromEntries(services.map((service) => [service, createHmac('sha256', secret).update(service).digest('base64url')]));
}

async function asAdmin<T>(adminUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: adminUrl, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The template: roles and empty schemas as `provision` makes them. Made by the first file that comes, marked when whole. */
async function template(client: pg.Client, adminUrl: string, provision: Provisioning['provision']): Promise<string> {
  const name = `candor_template_${createHash('sha256').update(provision.toString()).digest('hex').slice(0, 8)}`;
  await client.query("SELECT pg_advisory_lock(hashtextextended('candor-template', 0))");
  try {
    const { rows } = await client.query("SELECT shobj_description(oid, 'pg_database') AS mark FROM pg_database WHERE datname = $1", [name]);
    if (rows[0]?.mark === 'whole') return name;
    await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await provision(adminUrl, { database: name, passwords: passwordsFor(adminUrl, SERVICES) });
    await client.query(`COMMENT ON DATABASE ${name} IS 'whole'`);
    return name;
  } finally {
    await client.query("SELECT pg_advisory_unlock(hashtextextended('candor-template', 0))");
  }
}

/** A database of its own for one test file, cloned from the template. @returns the URL of each service's role in it. */
export async function createDatabase(
  adminUrl: string, name: string, services: readonly string[], provision: Provisioning['provision'],
): Promise<Record<string, string>> {
  const origin = await asAdmin(adminUrl, async (client) => {
    const cloned = await template(client, adminUrl, provision);
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${cloned}`);
    return cloned;
  });
  const passwords = passwordsFor(adminUrl, services);
  const others = services.filter((service) => !SERVICES.includes(service));
  if (others.length > 0) await provision(adminUrl, { database: name, passwords: passwordsFor(adminUrl, others) });
  return Object.fromEntries(services.map((service) => {
    const url = new URL(inDatabase(adminUrl, name));
    // A role bears the name of the database it was made for.
    url.username = `${others.includes(service) ? name : origin}_${service.replaceAll('-', '_')}`;
    url.password = passwords[service] as string;
    return [service, url.toString()];
  }));
}

const IN_USE = '55006';

/** A pool says that it has ended while the server still parts with its connections; it gives them five seconds. Whoever is there then is sent away. */
export const dropDatabase = (adminUrl: string, name: string): Promise<unknown> => asAdmin(adminUrl, (client) =>
  client.query(`DROP DATABASE IF EXISTS ${name}`).catch((error: { code?: string }) => {
    if (error.code !== IN_USE) throw error;
    return client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  }));
