import pg from 'pg';
import type { DataSource } from 'typeorm';

/**
 * Runs what is missing. Instances of a service that start together take turns: a lock, held by a connection of its own, lets one migrate
 * while the others wait and then find nothing left to do.
 */
export async function migrate(dataSource: DataSource, url: string, schema: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock(hashtextextended($1, 0))', [`candor-migrations-${schema}`]);
    await dataSource.runMigrations({ transaction: 'each' });
  } finally {
    await client.end();
  }
}
