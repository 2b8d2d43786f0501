import type { Principal } from '@candor/identity';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { UnitScope } from '../../access/unit-scope.ts';
import { READ_POOL } from '../../read-pool.ts';
import type { EntitySet } from '../entity-sets/entity-set.ts';
import { countStatement, entityStatement } from './entity-statement.ts';
import type { Options } from './options.ts';
import type { SkipToken } from './skip-token.ts';

/** Rows that one answer holds at most; more come by `@odata.nextLink`. */
export const PAGE = 5000;

export interface EntityPage {
  rows: Record<string, unknown>[];
  /** Of all pages; only where it was asked for. */
  count: number | null;
  /** null: there is no more. */
  next: { token: SkipToken; top: number | null } | null;
}

/** Reads entity sets, limited to the units of whoever asks. */
@Injectable()
export class ODataService {
  constructor(@Inject(READ_POOL) private readonly pool: pg.Pool, private readonly scope: UnitScope) {}

  async page(principal: Principal, set: EntitySet, options: Options, pageSize: number): Promise<EntityPage> {
    const units = this.scope.visible(principal);
    const size = Math.min(pageSize, options.top ?? pageSize);
    // One more than is shown, to see whether there are more; none at all where nobody wants any.
    const { text, values } = entityStatement(set, options, units, size === 0 ? 0 : size + 1);
    const [{ rows }, count] = await Promise.all([this.pool.query<Record<string, unknown>>(text, values), options.count ? this.count(principal, set, options) : null]);
    const shown = rows.slice(0, size);
    const left = options.top === null ? null : options.top - shown.length;
    const last = shown.at(-1);
    const more = rows.length > size && left !== 0 && last !== undefined;
    return { rows: shown.map((row) => only(row, options.select)), count, next: more ? { token: tokenAfter(set, options, last, shown.length), top: left } : null };
  }

  async count(principal: Principal, set: EntitySet, options: Pick<Options, 'filter'>): Promise<number> {
    const { text, values } = countStatement(set, options, this.scope.visible(principal));
    const { rows } = await this.pool.query<{ count: number }>(text, values);
    return rows[0]!.count;
  }
}

function tokenAfter(set: EntitySet, { orderBy, after, skip }: Options, last: Record<string, unknown>, shown: number): SkipToken {
  if (orderBy.length === 0) return { after: set.key.map((name) => last[name] as string | number) };
  return { rows: shown + (after && 'rows' in after ? after.rows : skip) };
}

const only = (row: Record<string, unknown>, select: readonly string[] | null): Record<string, unknown> =>
  select ? Object.fromEntries(select.map((name) => [name, row[name]])) : row;
