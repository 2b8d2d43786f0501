import type { Shares } from '@candor/nps';
import type pg from 'pg';
import { SCORE_DAYS } from '../../score-cells/tables.ts';
import { placeKey, type Place } from '../place.ts';
import type { Outcome, Watched } from '../watch.store.ts';
import { changeWhy } from '../why.ts';
import { decideChanges, type ChangeCell, type ChangeState } from './decide-changes.ts';
import { WEEKS } from './windows.ts';

type Row = Place & Shares & { week: number };
const NONE: Shares = { n: 0, promoters: 0, detractors: 0 };

/** Each unit with what was below it, at each touchpoint, by weeks that end before `day`. */
const SUMS = `SELECT programme, measure, unit, touchpoint, '' AS "servedBy", ($1::date - 1 - day) / 7 AS week,
    sum(c0 + c1 + c2 + c3 + c4 + c5 + c6 + c7 + c8 + c9 + c10)::int AS n, sum(c9 + c10)::int AS promoters, sum(c0 + c1 + c2 + c3 + c4 + c5 + c6)::int AS detractors
  FROM ${SCORE_DAYS} AS s WHERE day >= $1::date - $2::int AND day < $1::date AND measure IN ('nps', 'enps') AND unit <> '*' AND touchpoint <> '*' AND programme = ANY ($3::text[])
  GROUP BY 1, 2, 3, 4, 6`;

/** Looks at drops and rises, as the figures are at the end of the last day that is over everywhere. */
export async function lookAtChanges(client: pg.ClientBase, programmes: readonly string[], watched: ReadonlyMap<string, Watched<ChangeState>>, day: string): Promise<Outcome[]> {
  const { rows } = await client.query<Row>(SUMS, [day, 7 * WEEKS, programmes]);
  const cells = new Map<string, ChangeCell<Place> & { weeks: Shares[] }>();
  const open = ({ programme, measure, touchpoint, unit, servedBy }: Place): Shares[] => {
    const place = { programme, measure, touchpoint, unit, servedBy };
    const key = placeKey(place);
    const held = cells.get(key);
    if (held) return held.weeks;
    const weeks = new Array<Shares>(WEEKS).fill(NONE);
    const was = watched.get(key);
    cells.set(key, { key: place, weeks, state: was?.state ?? null, acknowledged: was?.acknowledged ?? false });
    return weeks;
  };
  for (const { week, n, promoters, detractors, ...place } of rows) open(place)[week] = { n, promoters, detractors };
  for (const { place } of watched.values()) if (programmes.includes(place.programme)) open(place);
  return decideChanges([...cells.values()], day).map((decision): Outcome => {
    const { key, kind, said, state, test } = decision;
    const was = watched.get(placeKey(key))?.state;
    const since = state.open?.since ?? was?.open?.since ?? day;
    return {
      place: key, kind, said, why: test && changeWhy(decision, test, day, since), state: state.open || state.reference ? state : null, noted: aWeekLater(was?.day, since, day),
    };
  });
}

/** Whether a week, or several, have passed since it was raised, and this is the first look of that day. */
export const aWeekLater = (last: string | undefined, since: string, day: string): boolean => last !== day && day > since && Math.round((Date.parse(day) - Date.parse(since)) / 86_400_000) % 7 === 0;
