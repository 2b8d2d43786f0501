import type { EntityManager } from 'typeorm';
import type { CorrectionsView } from './request.ts';

export interface Wanted {
  readonly programmes: readonly string[] | null;
  readonly touchpoints: readonly string[] | null;
  /** Each with the units that were below it. */
  readonly units: readonly string[] | null;
  /** Units whose answers may be seen; null: all. */
  readonly visible: readonly string[] | null;
  /** Programmes whose answers are told in batches only: how many there are would tell of those that wait. */
  readonly anonymous: readonly string[];
  readonly from: string;
  readonly to: string | null;
  readonly interval: 'month' | 'quarter' | 'year' | 'all';
  readonly byUnit: boolean;
}

type Counts = Omit<CorrectionsView['total'], 'rate'>;
type Row = Counts & { unit: string | null; period: string | null };

/** No local day begins further from that of UTC than this: answers have an index by time, and none by day. */
const BESIDE = `interval '1 day'`;
const MARKS = ['amended', 'excluded', 'reinstated'].map((kind) => `bool_or(kind = '${kind}') AS ${kind}`).join(', ');

/** Answers that others than the respondents changed, as shares of all that were given (domain 9.2). @param now to say when it was so */
export async function countCorrections(db: Pick<EntityManager, 'query'>, wanted: Wanted, now: Date): Promise<CorrectionsView> {
  const { programmes, touchpoints, units, visible, anonymous, from, to, interval, byUnit } = wanted;
  const folded = byUnit && units !== null;
  // Units named may lie within each other: the sum over all counts their answers once.
  const each = folded ? 'count(DISTINCT id)' : 'count(*)';
  const counted = (condition: string, name = condition): string => `${each} FILTER (WHERE ${condition})::int AS ${name}`;
  const answers = `
    SELECT r.id, ${byUnit ? 'r.unit' : 'NULL::text'} AS own, r.path, ${interval === 'all' ? 'NULL::text' : `to_char(date_trunc('${interval}', r.day::timestamp), 'YYYY-MM-DD')`} AS period,
      coalesce(c.amended, false) AS corrected, coalesce(c.excluded, false) AS excluded, coalesce(c.reinstated, false) AS reinstated
    FROM response r LEFT JOIN (SELECT response, ${MARKS} FROM correction WHERE kind <> 'erased' GROUP BY response) c ON c.response = r.id
    WHERE r.state <> 'erased' AND r.programme <> ALL ($1::text[]) AND ($2::text[] IS NULL OR r.programme = ANY ($2)) AND ($3::text[] IS NULL OR r.touchpoint = ANY ($3))
      AND ($4::text[] IS NULL OR r.path && $4) AND ($5::text[] IS NULL OR r.unit = ANY ($5))
      AND r.day >= $6::date AND r.answered_at >= ($6::date::timestamp AT TIME ZONE 'UTC') - ${BESIDE}
      AND ($7::date IS NULL OR (r.day < $7::date AND r.answered_at < ($7::date::timestamp AT TIME ZONE 'UTC') + ${BESIDE}))`;
  const rows: (Row & { whole: number })[] = await db.query(
    `WITH answers AS (${answers}),
       placed AS (SELECT a.*, ${folded ? 'g.unit' : 'a.own AS unit'} FROM answers a ${folded ? 'JOIN unnest($4::text[]) AS g(unit) ON g.unit = ANY (a.path)' : ''})
     SELECT unit, period, grouping(unit, period) AS whole, ${each}::int AS answers, ${counted('corrected')}, ${counted('excluded')}, ${counted('reinstated')}, ${counted('corrected OR excluded OR reinstated', 'touched')}
     FROM placed GROUP BY GROUPING SETS ((unit, period), ()) ORDER BY period, unit`,
    [anonymous, programmes, touchpoints, units, visible, from, to],
  );
  const rated = ({ answers: given, corrected, excluded, reinstated, touched }: Counts) => ({ answers: given, corrected, excluded, reinstated, touched, rate: given === 0 ? null : touched / given });
  return {
    asOf: now.toISOString(), total: rated(rows.find(({ whole }) => whole > 0)!),
    data: rows.filter(({ whole }) => whole === 0).map((row) => ({ ...(row.unit === null ? {} : { unit: row.unit }), ...(row.period === null ? {} : { from: row.period }), ...rated(row) })),
  };
}
