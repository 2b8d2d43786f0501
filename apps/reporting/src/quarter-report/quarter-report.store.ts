import { PG_POOL } from '@candor/database';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { READ_POOL } from '../read-pool.ts';
import { binding, within, type Scope } from '../single-answers/scope.ts';
import type { Report } from './report.ts';
import type { PlanItem } from './request.ts';

export interface Key {
  quarter: string;
  programme: string;
  unit: string;
}
export interface Plan {
  items: PlanItem[];
  version: number;
  by: string | null;
  at: Date | null;
}
export type Kept = Key & { id: string; report: Report; madeBy: string | null; madeAt: Date; plan: Plan };
export type Listed = Omit<Kept, 'report' | 'plan'> & { items: number; done: number; nps: number | null; n: number };

export interface Words {
  id: string;
  comment: string;
  language: string | null;
  score: number;
  segment: string;
  unit: string;
  touchpoint: string;
  day: string;
}

const COLUMNS = `id, quarter, programme, unit, report, made_by AS "madeBy", made_at AS "madeAt",
  jsonb_build_object('items', plan, 'version', plan_version, 'by', planned_by) AS plan, planned_at AS "plannedAt"`;
/** Long enough to say something, short enough to be read. */
const TELLING = `char_length(a.comment) BETWEEN 15 AND 400`;
const TOLD = { detractor: 5, promoter: 3 };

/** Reports that were kept, each with its plan: a record of this service's own. */
@Injectable()
export class QuarterReportStore {
  constructor(@Inject(PG_POOL) private readonly pool: pg.Pool, @Inject(READ_POOL) private readonly reading: pg.Pool) {}

  /** Keeps a report; one that was kept before is replaced where `again`, and keeps its plan. @returns whether this one is kept now */
  async keep({ quarter, programme, unit }: Key, id: string, report: Report, by: string | null, again: boolean): Promise<boolean> {
    const { rowCount } = await this.pool.query(
      `INSERT INTO quarter_report (id, quarter, programme, unit, report, made_by) VALUES ($1, $2, $3, $4, $5::jsonb, $6)
       ON CONFLICT (quarter, programme, unit) DO ${again ? 'UPDATE SET report = excluded.report, made_by = excluded.made_by, made_at = now()' : 'NOTHING'}`, [id, quarter, programme, unit, JSON.stringify(report), by]);
    return rowCount === 1;
  }

  async kept({ quarter, programme, unit }: Key): Promise<Kept | null> {
    return keptOf((await this.pool.query(`SELECT ${COLUMNS} FROM quarter_report WHERE quarter = $1 AND programme = $2 AND unit = $3`, [quarter, programme, unit])).rows);
  }

  async byId(id: string): Promise<Kept | null> {
    return keptOf((await this.pool.query(`SELECT ${COLUMNS} FROM quarter_report WHERE id = $1`, [id])).rows);
  }

  async list(programme: string | null, quarter: string | null): Promise<Listed[]> {
    const { rows } = await this.pool.query<Listed>(
      `SELECT id, quarter, programme, unit, made_by AS "madeBy", made_at AS "madeAt", jsonb_array_length(plan) AS items, jsonb_array_length(jsonb_path_query_array(plan, '$[*] ? (@.done == true)')) AS done,
         (report->'figure'->>'nps')::float8 AS nps, (report->'figure'->>'n')::float8 AS n
       FROM quarter_report WHERE ($1::text IS NULL OR programme = $1) AND ($2::text IS NULL OR quarter = $2) ORDER BY quarter DESC, programme, unit`, [programme, quarter]);
    return rows;
  }

  /** @returns false if the plan is not that version any more */
  async plan(id: string, version: number, items: readonly PlanItem[], by: string): Promise<boolean> {
    const { rowCount } = await this.pool.query(
      'UPDATE quarter_report SET plan = $3::jsonb, plan_version = plan_version + 1, planned_by = $4, planned_at = now() WHERE id = $1 AND plan_version = $2', [id, version, JSON.stringify(items), by]);
    return rowCount === 1;
  }

  /** Answers whose words tell something: the newest of different units, of detractors first. */
  async telling(scope: Scope, measure: string): Promise<string[]> {
    const ids: string[] = [];
    for (const [segment, most] of Object.entries(TOLD)) {
      const { values, bind } = binding();
      const { rows } = await this.reading.query<{ id: string }>(
        `SELECT id FROM (SELECT DISTINCT ON (a.unit) a.id, a.answered_at FROM answer a WHERE ${within(scope, bind, 'a')} AND a.measure = ${bind(measure)} AND NOT a.excluded AND a.segment = ${bind(segment)} AND ${TELLING}
           ORDER BY a.unit, a.answered_at DESC, a.id DESC) AS newest ORDER BY answered_at DESC, id DESC LIMIT ${most}`, values);
      ids.push(...rows.map(({ id }) => id));
    }
    return ids;
  }

  /** What was said in these answers, as far as it still counts and stands. */
  async words(ids: readonly string[]): Promise<Words[]> {
    const { rows } = await this.reading.query<Words>(
      `SELECT id, comment, coalesce(words_language, language) AS language, score::int AS score, segment, unit, touchpoint, to_char(day, 'YYYY-MM-DD') AS day FROM answer
       WHERE id = ANY($1::text[]) AND comment IS NOT NULL AND NOT excluded AND NOT erased ORDER BY array_position($1::text[], id)`, [ids]);
    return rows;
  }
}

type Row = Omit<Kept, 'plan'> & { plan: Omit<Plan, 'at'>; plannedAt: Date | null };
function keptOf([row]: Row[]): Kept | null {
  if (!row) return null;
  const { plannedAt, plan, ...kept } = row;
  return { ...kept, plan: { ...plan, at: plannedAt } };
}
