import type pg from 'pg';
import { aWeekLater } from '../change/look-at-changes.ts';
import { placeKey, type Place } from '../place.ts';
import type { Outcome, Watched } from '../watch.store.ts';
import { fairnessWhy } from '../why.ts';
import { decideFairness, FAIRNESS_DAYS, type FairnessKind, type FairnessState, type Peer } from './decide-fairness.ts';
import type { Asked } from './marks.ts';

type Row = Omit<Place, 'measure'> & Asked;
/** With what its survey asks for. */
export interface AskingProgramme {
  key: string;
  measure: 'nps' | 'enps';
}
const NOTHING: Asked = { answers: 0, tens: 0, promoters: 0, timed: 0, prompt: 0, run: 0, invited: 0, withheld: 0 };

/** Whoever answers so soon is still at the counter. */
const PROMPT = '10 minutes';
/** Outcomes that follow from what the unit recorded of the customer; the others are the programme's. */
const WITHHELD = ['no-address', 'no-consent', 'excluded'];

const GROUP = 'programme, touchpoint, unit, who';
const ROWS = `WITH given AS (
    SELECT a.programme, a.touchpoint, a.unit, CASE WHEN $4 THEN a.served_by ELSE '' END AS who, a.score, a.answered_at, a.answered_at - d.occurred_at AS after
    FROM answer a JOIN unnest($1::text[], $6::text[]) AS p(programme, measure) ON p.programme = a.programme AND p.measure = a.measure LEFT JOIN decision d ON d.invitation = a.invitation
    WHERE a.day >= $2::date - $3::int AND a.day < $2::date AND NOT a.excluded AND NOT a.erased AND (NOT $4 OR a.served_by IS NOT NULL)),
  islands AS (
    SELECT *, row_number() OVER (PARTITION BY ${GROUP} ORDER BY answered_at) - row_number() OVER (PARTITION BY ${GROUP}, score = 10 ORDER BY answered_at) AS island FROM given),
  runs AS (SELECT ${GROUP}, max(n)::int AS run FROM (SELECT ${GROUP}, count(*) AS n FROM islands WHERE score = 10 GROUP BY ${GROUP}, island) AS r GROUP BY ${GROUP}),
  sums AS (
    SELECT ${GROUP}, count(*)::int AS answers, count(*) FILTER (WHERE score = 10)::int AS tens, count(*) FILTER (WHERE score >= 9)::int AS promoters,
      count(after)::int AS timed, count(*) FILTER (WHERE after < interval '${PROMPT}')::int AS prompt FROM given GROUP BY ${GROUP}),
  asked AS (
    SELECT d.programme, d.touchpoint, d.unit, CASE WHEN $4 THEN d.served_by ELSE '' END AS who,
      count(*) FILTER (WHERE d.outcome = 'invited')::int AS invited, count(*) FILTER (WHERE d.outcome = ANY ($5::text[]))::int AS withheld
    FROM decision d WHERE d.programme = ANY ($1::text[]) AND d.decided_at >= $2::date - $3::int AND d.decided_at < $2::date AND (NOT $4 OR d.served_by IS NOT NULL) GROUP BY 1, 2, 3, 4)
  SELECT programme, touchpoint, unit, who AS "servedBy", coalesce(answers, 0) AS answers, coalesce(tens, 0) AS tens, coalesce(promoters, 0) AS promoters, coalesce(timed, 0) AS timed,
    coalesce(prompt, 0) AS prompt, coalesce(run, 0) AS run, coalesce(invited, 0) AS invited, coalesce(withheld, 0) AS withheld
  FROM sums LEFT JOIN runs USING (${GROUP}) FULL JOIN asked USING (${GROUP})`;

/** Looks at units, or at persons served by in their unit, each among all of its touchpoint. */
export async function lookAtFairness(client: pg.ClientBase, programmes: readonly AskingProgramme[], watched: Readonly<Record<FairnessKind, ReadonlyMap<string, Watched<FairnessState>>>>, day: string, persons: boolean): Promise<Outcome[]> {
  const { rows } = await client.query<Row>(ROWS, [programmes.map(({ key }) => key), day, FAIRNESS_DAYS, persons, WITHHELD, programmes.map(({ measure }) => measure)]);
  const asking = new Map(programmes.map(({ key, measure }) => [key, measure]));
  const found = new Map(rows.map(({ programme, touchpoint, unit, servedBy, ...asked }) => {
    const place: Place = { programme, measure: asking.get(programme)!, touchpoint, unit, servedBy };
    return [placeKey(place), { place, asked: asked as Asked }];
  }));
  for (const held of Object.values(watched)) for (const [key, { place }] of held) if (!found.has(key) && asking.has(place.programme)) found.set(key, { place, asked: NOTHING });
  const peers = Map.groupBy(found.values(), ({ place: { programme, touchpoint } }) => `${programme}|${touchpoint}`);
  return [...peers.values()].flatMap((of) => decideFairness(of.map(({ place, asked }): Peer<Place> => {
    const stateOf = (kind: FairnessKind): FairnessState | null => watched[kind].get(placeKey(place))?.state ?? null;
    return { key: place, asked, states: { begging: stateOf('begging'), 'cherry-picking': stateOf('cherry-picking') } };
  }), day)).map(({ key, kind, said, state, test }): Outcome => {
    const was = watched[kind].get(placeKey(key))?.state;
    return { place: key, kind, said, why: said === null ? null : fairnessWhy(test, day), state: state.open ? state : null, noted: aWeekLater(was?.day, was?.open?.since ?? day, day) };
  });
}
