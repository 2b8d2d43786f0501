import { randomBytes } from 'node:crypto';
import { CatalogCopy } from '@candor/catalog-copy';
import { PG_POOL } from '@candor/database';
import { notFound, Problem } from '@candor/http';
import type { Principal, Scope } from '@candor/identity';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { UnitScope } from '../../access/unit-scope.ts';
import { RIGHTS } from './bi-schema.ts';
import { BI_SETTINGS, BiServer, type BiSettings } from './bi-server.ts';

export interface BiUser {
  user: string;
  name: string;
  /** null: all units. */
  units: string[] | null;
  /** What opens its views. */
  rights: Scope[];
  /** It was made by a key before its maker's rights were kept: it reads sums only, until somebody says more. */
  limited: boolean;
  createdAt: string;
}

export interface Credentials {
  host: string;
  port: number;
  database: string;
  schema: 'bi';
  user: string;
  /** Told once, and kept nowhere. */
  password: string;
}

@Injectable()
export class BiUsersService {
  constructor(
    @Inject(PG_POOL) private readonly pool: pg.Pool, @Inject(BI_SETTINGS) private readonly settings: BiSettings,
    private readonly server: BiServer, private readonly scope: UnitScope, private readonly catalog: CatalogCopy,
  ) {}

  /** @param units null: all that the principal may see. @throws Problem 400 or 403 for units that they may not give */
  async create(principal: Principal, name: string, units: readonly string[] | null): Promise<Credentials> {
    if (units) await this.scope.check(principal, units, 'units');
    const user = roleFor(name);
    const password = randomBytes(24).toString('base64url');
    const { host, port, database } = this.settings;
    const given = units ?? principal.units;
    // The row first: a role whose row is missing sees nothing, a row whose role is missing harms nobody, and is taken back.
    await this.pool.query('INSERT INTO bi_user (role, name, units, created_by, rights) VALUES ($1, $2, $3, $4, $5)', [user, name, given, principal.subject, RIGHTS.filter((right) => principal.scopes.includes(right))]);
    try {
      await this.server.createRole(user, password, principal.scopes);
    } catch (error) {
      await this.pool.query('DELETE FROM bi_user WHERE role = $1', [user]);
      throw error;
    }
    return { host, port, database, schema: 'bi', user, password };
  }

  /** Those whose units the principal may all see. */
  async list(principal: Principal): Promise<BiUser[]> {
    const { rows } = await this.pool.query<{ role: string; name: string; units: string[] | null; rights: Scope[] | null; limited: boolean; created_at: Date }>('SELECT * FROM bi_user ORDER BY created_at, role');
    return rows.filter((row) => this.#within(principal, row.units)).map(({ role, name, units, rights, limited, created_at }) => ({ user: role, name, units, rights: rights ?? [], limited, createdAt: created_at.toISOString() }));
  }

  /** Opens the views of these rights to a user, and closes others. @throws Problem 403 for a right that the principal does not have, 404 as for `remove` */
  async setRights(principal: Principal, user: string, rights: readonly Scope[]): Promise<BiUser> {
    const foreign = rights.findIndex((right) => !principal.scopes.includes(right));
    if (foreign >= 0) throw new Problem({ status: 403, code: 'BI.NOT_YOURS_TO_GIVE', title: 'Nobody gives away more than they have', errors: [{ field: `rights[${foreign}]`, message: `you do not have ${rights[foreign]}` }] });
    await this.#theirs(principal, user);
    await this.pool.query('UPDATE bi_user SET rights = $2, limited = false WHERE role = $1', [user, rights]);
    await this.server.setRights(user, rights);
    return (await this.list(principal)).find((one) => one.user === user)!;
  }

  /** @throws Problem 404 for a user that does not exist, or that is not the principal's to take away */
  async remove(principal: Principal, user: string): Promise<void> {
    await this.#theirs(principal, user);
    await this.pool.query('UPDATE bi_user SET units = $2 WHERE role = $1', [user, []]);
    await this.server.dropRole(user);
    await this.pool.query('DELETE FROM bi_user WHERE role = $1', [user]);
  }

  /** @throws Problem 404 */
  async #theirs(principal: Principal, user: string): Promise<void> {
    const { rows } = await this.pool.query<{ units: string[] | null }>('SELECT units FROM bi_user WHERE role = $1', [user]);
    if (!rows[0] || !this.#within(principal, rows[0].units)) throw notFound('user', user);
  }

  #within(principal: Principal, units: readonly string[] | null): boolean {
    const visible = this.catalog.visible(principal);
    return visible === null || (units !== null && units.every((unit) => visible.has(unit)));
  }
}

/** Readable, and never taken: roles are of the whole server, whoever else uses it. */
function roleFor(name: string): string {
  const readable = name.toLowerCase().replace(/[^a-z0-9]+/g, '_').replace(/^_+|_+$/g, '').slice(0, 30);
  return `bi_${readable || 'user'}_${randomBytes(5).toString('hex')}`;
}
