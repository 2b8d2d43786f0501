import type { EntityManager } from 'typeorm';
import type { ChangedFigure } from '../score-cells/upsert-cells.ts';
import { ANSWERS, anyOf, INVITATIONS, shift, type Counted } from './shift-sums.ts';

/** The place is told only where it is known and not the one that was frozen. */
const NEWER = 'CASE WHEN h.known AND h.path IS DISTINCT FROM a.path THEN h.path END AS placed';

/** Where an answer belongs: where its unit hung at the moment it was given. null: where it was counted. */
const ANSWER_PLACE = `SELECT ${NEWER} FROM unit_path h WHERE h.unit = a.unit AND h.since <= a.answered_at AND a.answered_at < h.until`;

/**
 * Where an invitation belongs: where its unit hung in the hour it was sent. Of an hour in which the unit moved the minute is not known: it stays where it was counted
 * if the unit was there at all.
 */
const INVITATION_PLACE = `SELECT ${NEWER} FROM unit u, LATERAL (SELECT (a.day + make_interval(hours => a.hour)) AT TIME ZONE u.time_zone AS begins) AS sent, unit_path h
  WHERE u.key = a.unit AND h.unit = a.unit AND h.since < sent.begins + interval '1 hour' AND sent.begins < h.until ORDER BY (h.path = a.path) DESC, h.since LIMIT 1`;

const PLACES: Record<Counted['table'], string> = { answer: ANSWER_PLACE, invitation: INVITATION_PLACE };

/** The rows of `from`, where they are called `a`, that are not where they belong. */
const misplaced = (table: Counted['table'], from: string): string => `SELECT a.id, p.placed FROM ${from} LEFT JOIN LATERAL (${PLACES[table]}) AS p ON true
  WHERE a.path IS NOT NULL AND a.placed IS DISTINCT FROM p.placed`;

const BATCH = { answer: 'a.id = ANY($1::text[])', invitation: 'a.id = ANY($1::uuid[])' } as const;
/** By unit and day, which is an index: a day and a half lies between the first and the last place on earth to have a moment. */
const REWRITTEN = 'unnest($1::text[], $2::timestamptz[], $3::date[]) AS r(unit, since, day)';

/** Before rows change: whatever was counted elsewhere is back where scoring counts it. Needs `holdTree`. */
export async function takeBack(tx: EntityManager, of: Counted, ids: readonly string[]): Promise<ChangedFigure[]> {
  const targets = `SELECT a.id, NULL::text[] AS placed FROM ${of.table} a WHERE a.placed IS NOT NULL AND ${BATCH[of.table]}`;
  return ids.length > 0 && (await anyOf(tx, targets, [ids])) ? shift(tx, of, targets, [ids]) : [];
}

/** After they were written: what came under a tree that is known better by now goes where it belongs. Needs `holdTree`. */
export async function placeNew(tx: EntityManager, of: Counted, ids: readonly string[]): Promise<ChangedFigure[]> {
  const targets = `${misplaced(of.table, `${of.table} a`)} AND ${BATCH[of.table]}`;
  return ids.length > 0 && (await anyOf(tx, targets, [ids])) ? shift(tx, of, targets, [ids]) : [];
}

/** Needs `changeTree`. @param rewritten units, each with the moment from which its history is another one; null: since ever */
export async function moveRewritten(tx: EntityManager, rewritten: readonly { unit: string; since: string | null }[]): Promise<ChangedFigure[]> {
  const values = [
    rewritten.map(({ unit }) => unit), rewritten.map(({ since }) => since ?? '-infinity'),
    rewritten.map(({ since }) => (since === null ? '-infinity' : new Date(Date.parse(since) - 2 * DAY_MS).toISOString().slice(0, 10))),
  ];
  const answers = await shift(tx, ANSWERS, `${misplaced('answer', `${REWRITTEN} JOIN answer a ON a.unit = r.unit AND a.day >= r.day`)} AND a.answered_at >= r.since`, values);
  const invitations = await shift(tx, INVITATIONS, misplaced('invitation', `${REWRITTEN} JOIN invitation a ON a.unit = r.unit AND a.day >= r.day`), values);
  return [...answers, ...invitations];
}

const DAY_MS = 86_400_000;
