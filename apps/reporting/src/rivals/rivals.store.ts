import { invalidInput } from '@candor/http';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { READ_POOL } from '../read-pool.ts';
import { SCORE_COLUMNS } from '../score-cells/cell.ts';
import { binding, within, type Scope } from '../single-answers/scope.ts';
import type { RivalsQuery } from './request.ts';

/** What was said in a period about one rival, or (`rival` empty) about choosing another, by whom was named. Days are `YYYY-MM-DD`. */
export type OpinionRow = Record<(typeof SCORE_COLUMNS)[number], number> & {
  start: string | null;
  first: string;
  last: string;
  rival: string;
  named: string | null;
  /** How many named them. */
  naming: number;
  /** Of the same answers, as promoters less detractors: what was given to us, us less them, and the squares of that; null where that is not known. */
  own: number | null;
  apart: number | null;
  squares: number | null;
};

/** Rivals are named by whoever posts answers, so that there can be any number. */
const MOST_ROWS = 10_000;

const step = (score: string): string => `(CASE WHEN ${score} >= 9 THEN 1 WHEN ${score} <= 6 THEN -1 ELSE 0 END)`;
const PLACE = 'programme, touchpoint, unit, path, placed, day, measure';

/** Single answers. */
const OPEN = `SELECT ${PLACE}, rival, rival_score AS score, 1 AS n, NULL::text AS named, 0 AS naming, ${step('score')} AS own FROM answer WHERE rival IS NOT NULL AND NOT excluded
  UNION ALL SELECT ${PLACE}, '', likely_to_switch, 1, switch_to, (switch_to IS NOT NULL)::int, NULL FROM answer WHERE likely_to_switch IS NOT NULL AND NOT excluded`;

/** Batches of anonymous programmes, which stay where they were published. */
const BATCHES = `SELECT programme, touchpoint, unit, path, NULL::text[] AS placed, day, measure, rival, (c.place - 1)::int AS score, c.n, NULL::text AS named, 0 AS naming, NULL::int AS own
    FROM opinion_batch b, unnest(b.counts) WITH ORDINALITY AS c(n, place)
  UNION ALL SELECT programme, touchpoint, unit, path, NULL, day, measure, rival, NULL, 0, j.key, j.value::int, NULL FROM opinion_batch b, jsonb_each_text(b.named) AS j`;

@Injectable()
export class RivalsStore {
  constructor(@Inject(READ_POOL) private readonly pool: pg.Pool) {}

  /** @throws Problem 400 where there are more rivals and periods than can be told */
  async opinions(scope: Scope, { measure, interval }: Pick<RivalsQuery, 'measure' | 'interval'>, anonymous: boolean): Promise<OpinionRow[]> {
    const { values, bind } = binding();
    const start = interval === 'all' ? 'NULL' : `to_char(date_trunc('${interval}', o.day), 'YYYY-MM-DD')`;
    const sums = SCORE_COLUMNS.map((column, score) => `coalesce(sum(o.n) FILTER (WHERE o.score = ${score}), 0)::float8 AS ${column}`);
    const { rows } = await this.pool.query<OpinionRow>(
      `SELECT ${start} AS start, to_char(min(o.day), 'YYYY-MM-DD') AS first, to_char(max(o.day), 'YYYY-MM-DD') AS last, o.rival, o.named, sum(o.naming)::float8 AS naming, ${sums.join(', ')},
         sum(o.own)::float8 AS own, sum(o.own - ${step('o.score')})::float8 AS apart, sum((o.own - ${step('o.score')}) ^ 2)::float8 AS squares
       FROM (${anonymous ? BATCHES : OPEN}) AS o WHERE ${within(scope, bind, 'o')} AND o.measure = ${bind(measure)} GROUP BY 1, o.rival, o.named ORDER BY 1, o.rival, o.named LIMIT ${MOST_ROWS + 1}`, values);
    if (rows.length > MOST_ROWS) throw invalidInput([{ field: 'interval', message: `gives more than ${MOST_ROWS} rows of rivals and periods: ask for longer periods or a shorter time` }]);
    return rows;
  }
}
