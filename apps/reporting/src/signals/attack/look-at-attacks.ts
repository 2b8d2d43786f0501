import type pg from 'pg';
import { aWeekLater } from '../change/look-at-changes.ts';
import { placeKey, type Place } from '../place.ts';
import type { Outcome, Watched } from '../watch.store.ts';
import { attackWhy } from '../why.ts';
import { DAYS_BEFORE, decideAttacks, LEAST, type Arrivals, type AttackState } from './decide-attacks.ts';
import { lowest } from './lowest.ts';

type Recent = Place & Omit<Arrivals, 'before' | 'busiest' | 'usualScores'>;

/** Answers that nobody was invited to, for each unit on their path: an attack on the whole enterprise may be thin in each branch. */
const UNINVITED = `answer a CROSS JOIN LATERAL unnest(coalesce(a.placed, a.path)) AS u(unit)
  WHERE a.invitation IS NULL AND a.programme = ANY ($2::text[]) AND a.measure IN ('nps', 'enps') AND NOT a.excluded AND NOT a.erased`;
const KEY = 'programme, measure, touchpoint, unit';

const RECENT = `WITH recent AS (
    SELECT a.programme, a.measure, a.touchpoint, u.unit, a.score, a.answered_at, nullif(lower(btrim(a.comment)), '') AS words FROM ${UNINVITED}
      AND a.answered_at > $1::timestamptz - interval '24 hours' AND a.answered_at <= $1),
  by_words AS (SELECT ${KEY}, max(n)::int AS same FROM (SELECT ${KEY}, words, count(*) AS n FROM recent WHERE words IS NOT NULL GROUP BY ${KEY}, words) AS w GROUP BY ${KEY}),
  by_time AS (SELECT ${KEY}, max(n)::int AS densest FROM (SELECT ${KEY}, date_bin('10 minutes', answered_at, '2026-01-01') AS bin, count(*) AS n FROM recent GROUP BY ${KEY}, bin) AS t GROUP BY ${KEY}),
  sums AS (SELECT ${KEY}, count(*)::int AS recent, count(words)::int AS comments, ARRAY[${Array.from({ length: 11 }, (_, score) => `count(*) FILTER (WHERE score = ${score})`).join(', ')}]::int[] AS scores FROM recent GROUP BY ${KEY})
  SELECT *, '' AS "servedBy", coalesce(same, 0) AS "sameComment" FROM sums JOIN by_time USING (${KEY}) LEFT JOIN by_words USING (${KEY})`;

const SCORES = Array.from({ length: 11 }, (_, score) => score);
const BEFORE = `SELECT ${KEY}, sum(n)::int AS before, max(n)::int AS busiest, ARRAY[${SCORES.map((score) => `sum(c${score})`).join(', ')}]::int[] AS "usualScores" FROM (
    SELECT a.programme, a.measure, a.touchpoint, u.unit, date_bin('1 day', a.answered_at, $1::timestamptz) AS bin, count(*) AS n, ${SCORES.map((score) => `count(*) FILTER (WHERE a.score = ${score}) AS c${score}`).join(', ')} FROM ${UNINVITED}
      AND a.answered_at > $1::timestamptz - interval '${DAYS_BEFORE + 1} days' AND a.answered_at <= $1::timestamptz - interval '24 hours'
      AND (a.programme, a.measure, a.touchpoint, u.unit) IN (SELECT * FROM unnest($3::text[], $4::text[], $5::text[], $6::text[])) GROUP BY 1, 2, 3, 4, 5) AS d GROUP BY ${KEY}`;

const NOTHING = { recent: 0, scores: new Array<number>(11).fill(0), comments: 0, sameComment: 0, densest: 0 };

/** Looks at what came in the last 24 hours. @param isBelow whether the first unit is below the second */
export async function lookAtAttacks(client: pg.ClientBase, programmes: readonly string[], watched: ReadonlyMap<string, Watched<AttackState>>, now: Date, day: string, isBelow: (unit: string, above: string) => boolean): Promise<Outcome[]> {
  const { rows } = await client.query<Recent>(RECENT, [now, programmes]);
  const recent = new Map(rows.map((row) => [placeKey(row), row]));
  const crowded = lowest(rows.filter((row) => row.recent >= LEAST), isBelow).filter((row) => !watched.has(placeKey(row)));
  const looked: Recent[] = [...crowded, ...[...watched].filter(([, { place }]) => programmes.includes(place.programme)).map(([key, { place }]) => recent.get(key) ?? { ...place, ...NOTHING })];
  if (looked.length === 0) return [];
  const texts = (part: 'programme' | 'measure' | 'touchpoint' | 'unit'): string[] => looked.map((row) => row[part]);
  const { rows: usual } = await client.query<Place & Pick<Arrivals, 'before' | 'busiest' | 'usualScores'>>(BEFORE, [now, programmes, texts('programme'), texts('measure'), texts('touchpoint'), texts('unit')]);
  const before = new Map(usual.map((row) => [placeKey({ ...row, servedBy: '' }), row]));
  const places = looked.map(({ programme, measure, touchpoint, unit, servedBy, scores, comments, sameComment, densest, recent: count }) => {
    const key: Place = { programme, measure, touchpoint, unit, servedBy };
    const held = before.get(placeKey(key));
    return { key, arrivals: { recent: count, before: held?.before ?? 0, busiest: held?.busiest ?? 0, usualScores: held?.usualScores ?? [], scores, comments, sameComment, densest }, state: watched.get(placeKey(key))?.state ?? null };
  });
  return decideAttacks(places, day, rows.length).map(({ key, said, state, test }): Outcome => {
    const was = watched.get(placeKey(key))?.state;
    return { place: key, kind: 'attack', said, why: said === null ? null : attackWhy(test, now), state: state.open || state.usual ? state : null, noted: aWeekLater(was?.day, was?.open?.since ?? day, day) };
  });
}
