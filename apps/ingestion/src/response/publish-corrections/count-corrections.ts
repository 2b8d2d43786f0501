import type { TimesBelow } from '@candor/catalog-copy';
import type { EntityManager } from 'typeorm';
import type { CorrectionsView } from './request.ts';

export interface Wanted {
  readonly programmes: readonly string[] | null;
  readonly touchpoints: readonly string[] | null;
  /** For each unit named, what was below it and when, by what is known now: as its scores and its list of answers have it. */
  readonly units: readonly TimesBelow[] | null;
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

/** By the placements known now; a unit that this copy of the catalogue has not heard of yet is where its answers say. */
const PLACED_BELOW = `
  SELECT a.*, b.root FROM answers a JOIN below b ON b.unit = a.own AND b.since <= a.answered_at AND a.answered_at < b.until
  UNION ALL SELECT a.*, g.root FROM answers a JOIN unnest($4::text[]) AS g(root) ON g.root = ANY (a.path) WHERE a.own <> ALL ($12::text[])`;

function spansOf({ named, always, periods }: TimesBelow): { root: string; unit: string; since: string | null; until: string | null }[] {
  return named.flatMap((root) => [...always.map((unit) => ({ root, unit, since: null, until: null })), ...periods.map((period) => ({ root, ...period }))]);
}

/** Answers that others than the respondents changed, as shares of all that were given (domain 9.2). @param now to say when it was so */
export async function countCorrections(db: Pick<EntityManager, 'query'>, wanted: Wanted, now: Date): Promise<CorrectionsView> {
  const { programmes, touchpoints, units, visible, anonymous, from, to, interval, byUnit } = wanted;
  const spans = (units ?? []).flatMap(spansOf);
  // Units named may lie within each other: the sum over all counts their answers once.
  const each = units ? 'count(DISTINCT id)' : 'count(*)';
  const counted = (condition: string, name = condition): string => `${each} FILTER (WHERE ${condition})::int AS ${name}`;
  const answers = `
    SELECT r.id, r.unit AS own, r.path, r.answered_at, ${interval === 'all' ? 'NULL::text' : `to_char(date_trunc('${interval}', r.day::timestamp), 'YYYY-MM-DD')`} AS period,
      coalesce(c.amended, false) AS corrected, coalesce(c.excluded, false) AS excluded, coalesce(c.reinstated, false) AS reinstated
    FROM response r LEFT JOIN (SELECT response, ${MARKS} FROM correction WHERE kind <> 'erased' GROUP BY response) c ON c.response = r.id
    WHERE r.state <> 'erased' AND r.programme <> ALL ($1::text[]) AND ($2::text[] IS NULL OR r.programme = ANY ($2)) AND ($3::text[] IS NULL OR r.touchpoint = ANY ($3))
      AND ($4::text[] IS NULL OR r.unit = ANY ($9::text[]) OR r.unit <> ALL ($12::text[])) AND ($5::text[] IS NULL OR r.unit = ANY ($5))
      AND r.day >= $6::date AND r.answered_at >= ($6::date::timestamp AT TIME ZONE 'UTC') - ${BESIDE}
      AND ($7::date IS NULL OR (r.day < $7::date AND r.answered_at < ($7::date::timestamp AT TIME ZONE 'UTC') + ${BESIDE}))`;
  const rows: (Row & { whole: number })[] = await db.query(
    `WITH answers AS (${answers}),
       below AS (SELECT * FROM unnest($8::text[], $9::text[], $10::timestamptz[], $11::timestamptz[]) AS b(root, unit, since, until)),
       placed AS (${units ? PLACED_BELOW : 'SELECT a.*, a.own AS root FROM answers a'}),
       shown AS (SELECT p.*, ${byUnit ? 'p.root' : 'NULL::text'} AS unit FROM placed p)
     SELECT unit, period, grouping(unit, period) AS whole, ${each}::int AS answers, ${counted('corrected')}, ${counted('excluded')}, ${counted('reinstated')}, ${counted('corrected OR excluded OR reinstated', 'touched')}
     FROM shown GROUP BY GROUPING SETS ((unit, period), ()) ORDER BY period, unit`,
    [
      anonymous, programmes, touchpoints, units && units.flatMap(({ named }) => named), visible, from, to,
      spans.map(({ root }) => root), spans.map(({ unit }) => unit), spans.map(({ since }) => since ?? '-infinity'), spans.map(({ until }) => until ?? 'infinity'), units?.[0]?.known ?? [],
    ],
  );
  const rated = ({ answers: given, corrected, excluded, reinstated, touched }: Counts) => ({ answers: given, corrected, excluded, reinstated, touched, rate: given === 0 ? null : touched / given });
  return {
    asOf: now.toISOString(), total: rated(rows.find(({ whole }) => whole > 0)!),
    data: rows.filter(({ whole }) => whole === 0).map((row) => ({ ...(row.unit === null ? {} : { unit: row.unit }), ...(row.period === null ? {} : { from: row.period }), ...rated(row) })),
  };
}
