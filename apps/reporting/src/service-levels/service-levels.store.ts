import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { READ_POOL } from '../read-pool.ts';
import { binding, within, type Scope } from '../single-answers/scope.ts';

export const STEPS = ['answer-to-score', 'answer-to-report', 'answer-to-task', 'task-to-first-response', 'task-to-close'] as const;
export type Step = (typeof STEPS)[number];

export interface Level {
  step: Step;
  n: number;
  p50: number | null;
  p95: number | null;
  p99: number | null;
  max: number | null;
  /** Of what was promised: kept, kept late, still in time, and already late; null where nothing is promised. */
  inTime: number | null;
  late: number | null;
  waiting: number | null;
  overdue: number | null;
}

/** Each step of an answer on its way, as seconds or null, beside the moments that it is held against. */
const TIMES = `
  SELECT v.* FROM counted a LEFT JOIN follow_up f ON f.response = a.id
  CROSS JOIN LATERAL (VALUES
    ('answer-to-score', extract(epoch FROM a.scored_at - a.recorded_at), NULL::timestamptz, NULL::timestamptz, NULL::timestamptz),
    ('answer-to-report', extract(epoch FROM a.copied_at - a.recorded_at), NULL::timestamptz, NULL::timestamptz, NULL::timestamptz),
    ('answer-to-task', CASE WHEN a.revision = 1 THEN extract(epoch FROM f.opened_at - a.recorded_at) END, NULL, NULL, NULL),
    ('task-to-first-response', extract(epoch FROM f.first_response_at - f.opened_at), f.opened_at, f.first_response_at, f.first_response_due_at),
    ('task-to-close', CASE WHEN NOT f.closed_itself THEN extract(epoch FROM f.closed_at - f.opened_at) END, f.opened_at, f.closed_at, f.due_at)
  ) AS v(step, seconds, begun, done, due)
  WHERE v.step IN ('answer-to-score', 'answer-to-report') OR (f.id IS NOT NULL AND NOT (f.closed_itself AND v.step <> 'answer-to-task'))`;

@Injectable()
export class ServiceLevelsStore {
  constructor(@Inject(READ_POOL) private readonly pool: pg.Pool) {}

  async levels(scope: Scope, now: Date): Promise<Level[]> {
    const { values, bind } = binding();
    const when = bind(now);
    const percentile = (share: number): string => `(percentile_cont(${share}) WITHIN GROUP (ORDER BY seconds) FILTER (WHERE seconds >= 0))::float8`;
    const promised = (condition: string): string => `CASE WHEN count(due) > 0 THEN count(*) FILTER (WHERE due IS NOT NULL AND ${condition}) END::float8`;
    const { rows } = await this.pool.query<Level>(
      `WITH counted AS (SELECT a.id, a.revision, a.recorded_at, a.copied_at, a.scored_at FROM answer a WHERE ${within(scope, bind, 'a')} AND NOT a.excluded), times AS (${TIMES})
       SELECT step, (count(*) FILTER (WHERE seconds >= 0))::float8 AS n, ${percentile(0.5)} AS p50, ${percentile(0.95)} AS p95, ${percentile(0.99)} AS p99, (max(seconds) FILTER (WHERE seconds >= 0))::float8 AS max,
         ${promised('done <= due')} AS "inTime", ${promised('done > due')} AS late, ${promised(`done IS NULL AND due > ${when}::timestamptz`)} AS waiting, ${promised(`done IS NULL AND due <= ${when}::timestamptz`)} AS overdue
       FROM times GROUP BY step`, values);
    const held = new Map(rows.map((row) => [row.step, row]));
    return STEPS.map((step) => held.get(step) ?? { step, n: 0, p50: null, p95: null, p99: null, max: null, inTime: null, late: null, waiting: null, overdue: null });
  }
}
