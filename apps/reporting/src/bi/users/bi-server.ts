import { Problem, unavailable } from '@candor/http';
import { LOGGER, type Logger } from '@candor/observability';
import { PG_POOL } from '@candor/database';
import type { Scope } from '@candor/identity';
import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import pg from 'pg';
import { applyRights, writeRights } from './keep-rights.ts';
import { groupsFor, prepareServer, prepareViews } from './bi-schema.ts';
import { scramVerifier } from './scram.ts';

export const BI_SETTINGS = Symbol('BI_SETTINGS');
export interface BiSettings {
  /** A connection to the service's database that may create roles and schemas; without it there are no SQL users. */
  adminUrl: string | undefined;
  /** Where BI tools reach the server. */
  host: string;
  port: number;
  database: string;
}

/** A question of a BI tool may take so long, and no longer. */
const STATEMENT_TIMEOUT = '5min';
const CONNECTIONS_PER_USER = 10;
/** SQLSTATE dependent_objects_still_exist. */
const DEPENDED_ON = '2BP01';

const held = (role: string, cause: unknown): Problem => new Problem({
  status: 409, code: 'BI.ROLE_HELD', title: 'The role cannot be dropped yet', cause,
  detail: `"${role}" can neither connect nor see anything any more, but somebody has given it rights by hand: take those from it in the database, then try again`,
});

/** The roles of BI users on the PostgreSQL server, and the schema that they read. */
@Injectable()
export class BiServer implements OnApplicationBootstrap {
  #prepared: Promise<void> | undefined;

  constructor(@Inject(BI_SETTINGS) private readonly settings: BiSettings, @Inject(PG_POOL) private readonly pool: pg.Pool, @Inject(LOGGER) private readonly log: Logger) {}

  /** At the start, so that users made before find the views of this release. It is tried again when somebody needs it. */
  async onApplicationBootstrap(): Promise<void> {
    if (this.settings.adminUrl === undefined) return;
    await this.#prepare().catch((error: unknown) => this.log.warn({ err: error }, 'the schema bi could not be prepared; it will be tried again'));
  }

  /** Makes a role that may only read the views for which these rights are asked, and that sees the rows that its own row in `bi_user` says. */
  async createRole(role: string, password: string, scopes: readonly Scope[]): Promise<void> {
    await this.#asAdmin(async (admin) => {
      await this.#prepare();
      const name = pg.escapeIdentifier(role);
      await admin.query('BEGIN');
      await admin.query(`CREATE ROLE ${name} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS CONNECTION LIMIT ${CONNECTIONS_PER_USER}
        PASSWORD ${pg.escapeLiteral(scramVerifier(password))}`);
      // Courtesies of the server, which the user may change for a session: what it may see does not depend on them.
      await admin.query(`ALTER ROLE ${name} SET default_transaction_read_only = on`);
      await admin.query(`ALTER ROLE ${name} SET statement_timeout = '${STATEMENT_TIMEOUT}'`);
      await admin.query(`ALTER ROLE ${name} SET search_path = bi`);
      for (const group of groupsFor(this.settings.database, scopes)) await admin.query(`GRANT ${pg.escapeIdentifier(group)} TO ${name} WITH INHERIT TRUE, SET FALSE`);
      await admin.query('COMMIT');
    });
  }

  /** From now on the role reads the views for which these rights are asked. */
  async setRights(role: string, rights: readonly Scope[]): Promise<void> {
    await this.#prepare();
    await this.#asAdmin((admin) => applyRights(admin, this.settings.database, [{ role, rights }]));
  }

  /** Ends the role's sessions and takes it away. @throws Problem 409 if somebody gave it rights by hand */
  async dropRole(role: string): Promise<void> {
    await this.#asAdmin(async (admin) => {
      const { rowCount } = await admin.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role]);
      if (rowCount === 0) return;
      await admin.query(`ALTER ROLE ${pg.escapeIdentifier(role)} NOLOGIN`);
      // Only who is of a role, or a superuser, may end its sessions.
      await admin.query(`GRANT ${pg.escapeIdentifier(role)} TO CURRENT_USER`);
      await admin.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = $1', [role]);
      // Whatever it owns would keep the role.
      await admin.query(`DROP OWNED BY ${pg.escapeIdentifier(role)}`);
      await admin.query(`DROP ROLE ${pg.escapeIdentifier(role)}`).catch(async (error: { code?: string }) => {
        await admin.query(`REVOKE ${pg.escapeIdentifier(role)} FROM CURRENT_USER`);
        throw error.code === DEPENDED_ON ? held(role, error) : error;
      });
    });
  }

  #prepare(): Promise<void> {
    this.#prepared ??= this.#prepareOnce().catch((error: unknown) => {
      this.#prepared = undefined;
      throw error;
    });
    return this.#prepared;
  }

  async #prepareOnce(): Promise<void> {
    const client = await this.pool.connect();
    try {
      const { rows } = await client.query<{ service: string }>('SELECT current_user AS service');
      const { database } = this.settings;
      await this.#asAdmin((admin) => prepareServer(admin, rows[0]!.service, database));
      await prepareViews(client, database);
      await writeRights(client, database);
      const users = await client.query<{ role: string; rights: Scope[] }>('SELECT role, rights FROM bi_user');
      await this.#asAdmin((admin) => applyRights(admin, database, users.rows));
    } finally {
      client.release();
    }
  }

  async #asAdmin<T>(work: (admin: pg.Client) => Promise<T>): Promise<T> {
    if (this.settings.adminUrl === undefined) throw unavailable('BI.NO_ROLES', 'This installation has no connection that may create SQL users (BI_ADMIN_URL); OData needs none');
    const admin = new pg.Client({ connectionString: this.settings.adminUrl, application_name: 'candor-reporting-bi', connectionTimeoutMillis: 5000 });
    await admin.connect();
    try {
      return await work(admin);
    } finally {
      await admin.end();
    }
  }
}
