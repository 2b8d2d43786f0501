import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { READ_POOL } from '../read-pool.ts';
import { binding, within, type Bind, type Scope } from '../single-answers/scope.ts';
import { WRITERS } from '../single-answers/writers.ts';

/** Whoever goes first has most to lose: unhappy, then silent, then neither, then happy. */
export const STANDINGS = ['detractor', 'silent', 'passive', 'promoter'] as const;
export type Standing = (typeof STANDINGS)[number];

export interface AccountRow {
  account: string;
  n: number;
  people: number;
  promoters: number;
  passives: number;
  detractors: number;
  mean: number | null;
  role: string | null;
  score: number | null;
  decided_on: string | null;
  interactions: number;
  revenue: number | null;
  standing: Standing;
  rank: number;
  risk: number;
}

export interface Totals {
  accounts: number;
  answered: number;
  n: number;
  promoters: number;
  passives: number;
  detractors: number;
  /** Mean of the accounts' own scores, and its standard deviation. */
  average: number | null;
  deviation: number | null;
  /** The same with the view of who decides in the place of the account's, where it is known. */
  first: number | null;
  first_deviation: number | null;
  deciders: number;
  revenue: number | null;
  covered: number | null;
  at_risk: number | null;
}

export interface Place {
  rank: number;
  risk: number;
  account: string;
}

interface Asked {
  scope: Scope;
  measure: string;
  /** Of those who decide, in their order. */
  roles: readonly string[];
  currency: string | null;
}

const POINTS = `CASE WHEN score >= 9 THEN 100 WHEN score >= 7 THEN 0 WHEN score >= 0 THEN -100 END`;

@Injectable()
export class AccountsStore {
  constructor(@Inject(READ_POOL) private readonly pool: pg.Pool) {}

  /** The currency in which most interactions of accounts carry their worth, and whether there are others. */
  async currencies(scope: Scope): Promise<{ currency: string; others: boolean } | null> {
    const { values, bind } = binding();
    const { rows } = await this.pool.query<{ currency: string; others: boolean }>(
      `SELECT coalesce(i.currency, '') AS currency, count(*) OVER () > 1 AS others FROM ${interactions(scope, bind)} WHERE i.value IS NOT NULL GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1`, values);
    return rows[0] ?? null;
  }

  async page(asked: Asked, after: Place | null, limit: number): Promise<AccountRow[]> {
    const { values, bind } = binding();
    const where = after ? `WHERE (rank, -risk, account) > (${bind(after.rank)}::int, ${bind(-after.risk)}::float8, ${bind(after.account)}::text)` : '';
    return (await this.pool.query<AccountRow>(`${ranked(asked, bind)} SELECT * FROM ranked ${where} ORDER BY rank, -risk, account LIMIT ${bind(limit)}`, values)).rows;
  }

  async totals(asked: Asked): Promise<Totals> {
    const { values, bind } = binding();
    const first = `coalesce(${POINTS}, points)`;
    const { rows } = await this.pool.query<Totals>(
      `${ranked(asked, bind)} SELECT count(*)::float8 AS accounts, count(*) FILTER (WHERE n > 0)::float8 AS answered, coalesce(sum(n), 0)::float8 AS n, coalesce(sum(promoters), 0)::float8 AS promoters,
         coalesce(sum(passives), 0)::float8 AS passives, coalesce(sum(detractors), 0)::float8 AS detractors, avg(points)::float8 AS average, stddev_samp(points)::float8 AS deviation,
         (avg(${first}) FILTER (WHERE n > 0))::float8 AS first, (stddev_samp(${first}) FILTER (WHERE n > 0))::float8 AS first_deviation, count(score)::float8 AS deciders,
         sum(revenue)::float8 AS revenue, (sum(revenue) FILTER (WHERE n > 0))::float8 AS covered, (sum(revenue) FILTER (WHERE standing = 'detractor'))::float8 AS at_risk
       FROM ranked`, values);
    return rows[0]!;
  }
}

/** Interactions of accounts as rows with a day; worth is by the day of UTC on which they occurred. */
const interactions = (scope: Scope, bind: Bind): string =>
  `(SELECT * FROM (SELECT account, value, currency, programme, touchpoint, unit, path, NULL::text[] AS placed, (occurred_at AT TIME ZONE 'UTC')::date AS day FROM decision WHERE account IS NOT NULL) AS d
    WHERE ${within(scope, bind, 'd')}) AS i`;

/** Every account that answered or dealt with us: its answers, its worth, and the latest word of who decides. */
function ranked({ scope, measure, roles, currency }: Asked, bind: Bind): string {
  const counting = `${within(scope, bind, 'a')} AND a.measure = ${bind(measure)} AND NOT a.excluded AND a.segment IS NOT NULL AND a.account IS NOT NULL`;
  return `WITH given AS (SELECT a.account, a.score, a.segment, coalesce(a.person::text, w.person::text, a.words_customer) AS person, a.day, a.answered_at, a.id, lower(coalesce(a.words_role, p.account_role, w.account_role)) AS role
      FROM answer a LEFT JOIN person p ON p.person = a.person ${WRITERS} WHERE ${counting}),
    voices AS (SELECT account, count(*) AS n, count(DISTINCT person) AS people, count(*) FILTER (WHERE segment = 'promoter') AS promoters, count(*) FILTER (WHERE segment = 'passive') AS passives,
      count(*) FILTER (WHERE segment = 'detractor') AS detractors, avg(score) AS mean, avg(${POINTS}) AS points FROM given GROUP BY account),
    deciding AS (SELECT DISTINCT ON (account) account, role, score, to_char(day, 'YYYY-MM-DD') AS decided_on FROM given
      WHERE role = ANY(${bind(roles.map((role) => role.toLowerCase()))}::text[]) ORDER BY account, array_position(${bind(roles.map((role) => role.toLowerCase()))}::text[], role), answered_at DESC, id DESC),
    dealt AS (SELECT account, count(*) AS interactions, sum(value) FILTER (WHERE coalesce(currency, '') = ${bind(currency ?? '')}) AS revenue FROM ${interactions(scope, bind)} GROUP BY account),
    joined AS (SELECT account, coalesce(v.n, 0)::float8 AS n, coalesce(v.people, 0)::float8 AS people, coalesce(v.promoters, 0)::float8 AS promoters, coalesce(v.passives, 0)::float8 AS passives,
        coalesce(v.detractors, 0)::float8 AS detractors, v.mean::float8 AS mean, v.points::float8 AS points, d.role, d.score, d.decided_on, coalesce(w.interactions, 0)::float8 AS interactions, w.revenue::float8 AS revenue,
        CASE WHEN v.n IS NULL THEN 'silent' WHEN CASE WHEN d.score IS NULL THEN v.points < 0 ELSE d.score <= 6 END THEN 'detractor'
          WHEN CASE WHEN d.score IS NULL THEN v.points > 0 ELSE d.score >= 9 END THEN 'promoter' ELSE 'passive' END AS standing
      FROM voices v FULL JOIN dealt w USING (account) LEFT JOIN deciding d USING (account)),
    ranked AS (SELECT *, array_position(ARRAY[${STANDINGS.map((standing) => `'${standing}'`).join(', ')}], standing) AS rank, coalesce(revenue, 0) AS risk FROM joined)`;
}
