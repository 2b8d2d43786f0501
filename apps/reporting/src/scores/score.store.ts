import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { PLANNED_POOL, READ_POOL } from '../read-pool.ts';
import { ALL_UNITS } from '../score-cells/tables.ts';
import type { SeenPath } from './as-was.ts';
import type { Window } from './period.ts';
import { PlannedOnce } from './planned-once.ts';
import { scoreStatement, type Asked, type SumRow } from './score-statement.ts';

interface Clock { clock: number | null }
/** Without any sums there is a row of the clock alone. */
type Dated = Clock & (SumRow | { first: null });

/** Reads the figures tables. */
@Injectable()
export class ScoreStore {
  readonly #planned = new PlannedOnce();

  constructor(@Inject(READ_POOL) private readonly pool: pg.Pool, @Inject(PLANNED_POOL) private readonly plannedPool: pg.Pool) {}

  /** The sums that were asked for, in the order of their keys, and until when everything is in them: one statement sees one state of the tables. */
  async sums(asked: Asked): Promise<{ asOf: Date | null; sums: SumRow[] }> {
    const { text, values, keys } = scoreStatement(asked);
    const dated = `SELECT c.clock, s.* FROM (SELECT (extract(epoch FROM max(as_of)) * 1000)::float8 AS clock FROM score_clock) AS c LEFT JOIN (${text}) AS s ON true${keys.length > 0 ? ` ORDER BY ${keys.map((key) => `s.${key}`).join(', ')}` : ''}`;
    // Of sums over cells the plan is the same whatever they are of; of single answers and values of cuts it is not.
    const name = asked.cut || asked.sources.some(({ table }) => table === 'answers') ? undefined : this.#planned.nameOf(dated);
    const { rows } = name === undefined ? await this.pool.query<Dated>(dated, values) : await this.plannedPool.query<Dated>({ name, text: dated, values });
    const { clock } = rows[0]!;
    return { asOf: clock === null ? null : new Date(clock), sums: rows.filter((row): row is SumRow & Clock => row.first !== null) };
  }

  /** Every place a unit had in the tree when it was answered or asked about, as was thought then and as is known now; some others do no harm. */
  async seenPaths(): Promise<SeenPath[]> {
    return (await this.pool.query<SeenPath>('SELECT unit, path FROM seen_path UNION SELECT unit, path FROM unit_path')).rows;
  }

  /** When the newest cell that is in the figures was made; null if there is none yet. */
  async asOf(): Promise<Date | null> {
    const { rows } = await this.pool.query<{ as_of: Date | null }>({ name: 'score-clock', text: 'SELECT as_of FROM score_clock' });
    return rows[0]?.as_of ?? null;
  }

  /** Whether each answer and invitation of these units says by what it is counted. */
  async tellCuts(programme: string, units: readonly string[], { from, to }: Window): Promise<boolean> {
    const untold = (table: string, counted: string): string =>
      `SELECT 1 FROM ${table} WHERE unit = ANY($1::text[]) AND programme = $2 AND day >= coalesce($3, '-infinity')::date AND day < coalesce($4, 'infinity')::date AND cuts IS NULL AND ${counted}`;
    const { rows } = await this.pool.query<{ untold: boolean }>(
      `SELECT EXISTS (${untold('answer', 'NOT excluded')}) OR EXISTS (${untold('invitation', 'counted')}) AS untold`, [units, programme, from, to]);
    return !rows[0]!.untold;
  }

  async hasHistory(programme: string, touchpoint: string): Promise<boolean> {
    const { rowCount } = await this.pool.query(`SELECT 1 FROM score_day WHERE programme = $1 AND unit = '${ALL_UNITS}' AND touchpoint = $2 LIMIT 1`, [programme, touchpoint]);
    return rowCount === 1;
  }
}
