import { PG_POOL } from '@candor/database';
import type { Principal } from '@candor/identity';
import type { Measure } from '@candor/nps';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { COUNT_COLUMNS, FUNNEL_COLUMNS, SCORE_COLUMNS } from '../score-cells/cell.ts';
import { SCORE_DAYS } from '../score-cells/tables.ts';
import type { Sums } from '../scores/figure.ts';
import type { FigureAlone } from '../comparison/comparison.ts';

/** What an official figure is of. Unit and touchpoint `*` are all of them. */
export interface Of {
  programme: string;
  measure: Measure;
}
export interface Place {
  unit: string;
  touchpoint: string;
}
export type PlaceSums = Place & { sums: Sums };
export type Frozen = Place & { figure: FigureAlone; target: number | null };
export type Target = Place & { value: number; setBy: string; setByName: string | null; setAt: Date };
/** Who does something, with the name of then. */
export type Who = Pick<Principal, 'subject' | 'name'>;

export interface Edition extends Of {
  id: string;
  quarter: string;
  edition: number;
  asOf: Date;
  /** Of a restatement. */
  reason: string | null;
  /** Figures that differ from the edition before. */
  changed: number;
  frozenBy: string;
  /** null: frozen before names were kept. */
  frozenByName: string | null;
  frozenAt: Date;
  signedBy: string | null;
  signedByName: string | null;
  signedAt: Date | null;
}

const EDITION = `id, quarter, programme, measure, edition, as_of AS "asOf", reason, changed, frozen_by AS "frozenBy", frozen_by_name AS "frozenByName", frozen_at AS "frozenAt", signed_by AS "signedBy", signed_by_name AS "signedByName", signed_at AS "signedAt"`;
const INSERTED_AT_ONCE = 5000;

/** Quarters that were frozen, and targets: records of this service's own, to which lines are added and nothing else. */
@Injectable()
export class OfficialStore {
  constructor(@Inject(PG_POOL) private readonly pool: pg.Pool) {}

  /** Sums of days of each unit with its descendants as they were, and of each touchpoint, all of them included; or of some places only. */
  async sums({ programme, measure }: Of, from: string, to: string, only: readonly Place[] | null = null): Promise<PlaceSums[]> {
    const { rows } = await this.pool.query<Place & Sums>(`SELECT unit, touchpoint, ${COUNT_COLUMNS.map((column) => `sum(${column})::float8 AS ${column}`).join(', ')}
      FROM ${SCORE_DAYS} AS s WHERE programme = $1 AND measure = $2 AND day >= $3::date AND day < $4::date
        ${only ? 'AND (unit, touchpoint) IN (SELECT * FROM unnest($5::text[], $6::text[]))' : ''} GROUP BY unit, touchpoint
      HAVING ${[...SCORE_COLUMNS, ...FUNNEL_COLUMNS].map((column) => `sum(${column}) <> 0`).join(' OR ')}`, [programme, measure, from, to, ...(only ? [only.map(({ unit }) => unit), only.map(({ touchpoint }) => touchpoint)] : [])]);
    return rows.map(({ unit, touchpoint, ...sums }) => ({ unit, touchpoint, sums: sums as unknown as Sums }));
  }

  async editions({ programme, measure }: Partial<Of>, quarter?: string): Promise<Edition[]> {
    const { rows } = await this.pool.query<Edition>(`SELECT ${EDITION} FROM official_edition
      WHERE ($1::text IS NULL OR programme = $1) AND ($2::text IS NULL OR measure = $2) AND ($3::text IS NULL OR quarter = $3) ORDER BY quarter DESC, programme, measure, edition DESC`,
    [programme ?? null, measure ?? null, quarter ?? null]);
    return rows;
  }

  /** @returns false if that edition is there already */
  async add(edition: Omit<Edition, 'frozenAt' | 'signedBy' | 'signedByName' | 'signedAt'>, figures: readonly Frozen[]): Promise<boolean> {
    const client = await this.pool.connect();
    try {
      await client.query('BEGIN');
      const { id, quarter, programme, measure, asOf, reason, changed, frozenBy, frozenByName } = edition;
      const { rowCount } = await client.query(`INSERT INTO official_edition (id, quarter, programme, measure, edition, as_of, reason, changed, frozen_by, frozen_by_name)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT DO NOTHING`, [id, quarter, programme, measure, edition.edition, asOf, reason, changed, frozenBy, frozenByName]);
      for (let at = 0; rowCount === 1 && at < figures.length; at += INSERTED_AT_ONCE) {
        const some = figures.slice(at, at + INSERTED_AT_ONCE);
        await client.query(`INSERT INTO official_figure (edition, unit, touchpoint, figure, target)
          SELECT $1, unit, touchpoint, figure, target FROM unnest($2::text[], $3::text[], $4::jsonb[], $5::float8[]) AS f(unit, touchpoint, figure, target)`,
        [id, some.map(({ unit }) => unit), some.map(({ touchpoint }) => touchpoint), some.map(({ figure }) => JSON.stringify(figure)), some.map(({ target }) => target)]);
      }
      await client.query('COMMIT');
      return rowCount === 1;
    } catch (error) {
      await client.query('ROLLBACK');
      throw error;
    } finally {
      client.release();
    }
  }

  async figures(edition: string): Promise<Frozen[]> {
    return (await this.pool.query<Frozen>('SELECT unit, touchpoint, figure, target FROM official_figure WHERE edition = $1 ORDER BY unit, touchpoint', [edition])).rows;
  }

  /** @returns whether it was not signed before */
  async sign(edition: string, { subject, name }: Who): Promise<boolean> {
    const { rowCount } = await this.pool.query('UPDATE official_edition SET signed_by = $2, signed_by_name = $3, signed_at = now() WHERE id = $1 AND signed_at IS NULL', [edition, subject, name]);
    return rowCount === 1;
  }

  /** Those that hold. */
  async targets({ programme, measure }: Of): Promise<Target[]> {
    const { rows } = await this.pool.query<Target>(`SELECT * FROM (
        SELECT DISTINCT ON (unit, touchpoint) unit, touchpoint, value, set_by AS "setBy", set_by_name AS "setByName", set_at AS "setAt" FROM target WHERE programme = $1 AND measure = $2 ORDER BY unit, touchpoint, id DESC) AS last
      WHERE value IS NOT NULL ORDER BY unit, touchpoint`, [programme, measure]);
    return rows;
  }

  /** @param value null: no target any more */
  async setTarget({ programme, measure }: Of, { unit, touchpoint }: Place, value: number | null, { subject, name }: Who): Promise<void> {
    await this.pool.query('INSERT INTO target (programme, measure, unit, touchpoint, value, set_by, set_by_name) VALUES ($1, $2, $3, $4, $5, $6, $7)', [programme, measure, unit, touchpoint, value, subject, name]);
  }
}
