import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { READ_POOL } from '../read-pool.ts';
import { binding, within, type Bind, type Scope } from '../single-answers/scope.ts';
import { WRITERS } from '../single-answers/writers.ts';
import type { GroupRow } from './growth.ts';

interface Asked {
  /** Without days. */
  scope: Scope;
  measure: string;
  currency: string;
  before: string;
  from: string;
  to: string;
}

@Injectable()
export class GrowthStore {
  constructor(@Inject(READ_POOL) private readonly pool: pg.Pool) {}

  /** The currency of most interactions, and whether there are others. */
  async currencies(scope: Scope): Promise<{ currency: string; others: boolean } | null> {
    const { values, bind } = binding();
    const { rows } = await this.pool.query<{ currency: string; others: boolean }>(
      `SELECT coalesce(i.currency, '') AS currency, count(*) OVER () > 1 AS others FROM ${interactions(scope, bind)} GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1`, values);
    return rows[0] ?? null;
  }

  /** Customers by the segment of the last answer that they gave before the period began. */
  async groups({ scope, measure, currency, before, from, to }: Asked): Promise<GroupRow[]> {
    const { values, bind } = binding();
    const [first, begin, end] = [before, from, to].map((day) => `${bind(day)}::date`);
    const { rows } = await this.pool.query<GroupRow>(
      `WITH customers AS (
         SELECT person, coalesce(sum(value) FILTER (WHERE day >= ${first} AND day < ${begin}), 0) AS before, coalesce(sum(value) FILTER (WHERE day >= ${begin}), 0) AS now, sum(value) AS total, min(day) AS since, bool_or(referred) AS referred
         FROM ${interactions(scope, bind)} WHERE day < ${end} AND coalesce(currency, '') = ${bind(currency)} GROUP BY person),
       latest AS (
         SELECT DISTINCT ON (coalesce(a.person, w.person)) coalesce(a.person, w.person) AS person, a.segment FROM answer a ${WRITERS}
         WHERE ${within(scope, bind, 'a')} AND a.measure = ${bind(measure)} AND NOT a.excluded AND a.segment IS NOT NULL AND coalesce(a.person, w.person) IS NOT NULL AND a.day < ${begin}
         ORDER BY coalesce(a.person, w.person), a.answered_at DESC, a.id DESC)
       SELECT coalesce(l.segment, 'unasked') AS segment, (count(*) FILTER (WHERE before > 0))::float8 AS customers, sum(before)::float8 AS before, coalesce(sum(now) FILTER (WHERE before > 0), 0)::float8 AS kept,
         (count(*) FILTER (WHERE before > 0 AND now = 0))::float8 AS lost, coalesce(sum(before) FILTER (WHERE now = 0), 0)::float8 AS lost_revenue, (count(*) FILTER (WHERE now > 0))::float8 AS active, sum(now)::float8 AS now,
         (count(*) FILTER (WHERE since >= ${begin}))::float8 AS new_customers, coalesce(sum(now) FILTER (WHERE since >= ${begin}), 0)::float8 AS new_revenue,
         (count(*) FILTER (WHERE since >= ${begin} AND referred IS NOT NULL))::float8 AS told, (count(*) FILTER (WHERE since >= ${begin} AND referred))::float8 AS referred,
         coalesce(sum(now) FILTER (WHERE since >= ${begin} AND referred), 0)::float8 AS referred_revenue, count(*)::float8 AS everybody, sum(total)::float8 AS lifetime
       FROM customers c LEFT JOIN latest l USING (person) GROUP BY 1`, values);
    return rows;
  }
}

/** Interactions that carry their worth, by the day of UTC on which they occurred. Whatever is more than the door takes now came before it had a limit, and would overflow the sums. */
const interactions = (scope: Scope, bind: Bind): string =>
  `(SELECT * FROM (SELECT person, least(value, 1e12) AS value, currency, referred, programme, touchpoint, unit, path, NULL::text[] AS placed, (occurred_at AT TIME ZONE 'UTC')::date AS day FROM decision WHERE value IS NOT NULL) AS d
    WHERE ${within(scope, bind, 'd')}) AS i`;
