import pg from 'pg';

export interface DatabaseAddress {
  /** Of the service's own role, whose `search_path` is its schema. */
  url: string;
  /** Shown in `pg_stat_activity`. */
  applicationName?: string;
}

/**
 * A small pool for hot paths, which need `pg` itself (named statements, binary parameters). It connects when first used.
 * A server that goes away breaks the connections that are idle: the pool drops them and connects anew, so the event is only taken note of.
 */
export function createPool(address: DatabaseAddress, max = 4): pg.Pool {
  const pool = new pg.Pool({
    connectionString: address.url,
    application_name: address.applicationName,
    max,
    connectionTimeoutMillis: 5000,
    keepAlive: true,
  });
  pool.on('error', () => undefined);
  return pool;
}
