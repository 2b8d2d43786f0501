import type { EntityManager } from 'typeorm';
import { ANSWERS, anyOf, INVITATIONS, shift, type Counted } from './shift-sums.ts';

const NEWER = 'p.known AND p.path IS DISTINCT FROM a.path';

/** Where an answer belongs: where its unit hung at the moment it was given. null: where it was counted. */
const ANSWER_PLACE = `SELECT a.id, a.placed AS held, (SELECT p.path FROM unit_path p WHERE p.unit = a.unit AND p.since <= a.answered_at AND a.answered_at < p.until AND ${NEWER}) AS placed
  FROM answer a WHERE a.path IS NOT NULL`;

/**
 * Where an invitation belongs: where its unit hung in the hour it was sent. Of an hour in which the unit moved the minute is not known: it stays where it was counted
 * if the unit was there at all.
 */
const INVITATION_PLACE = `SELECT a.id, a.placed AS held,
    (SELECT CASE WHEN ${NEWER} THEN p.path END FROM unit_path p WHERE p.unit = a.unit AND p.since < h.begins + interval '1 hour' AND h.begins < p.until
      ORDER BY (p.path = a.path) DESC, p.since LIMIT 1) AS placed
  FROM invitation a JOIN unit u ON u.key = a.unit, LATERAL (SELECT (a.day + make_interval(hours => a.hour)) AT TIME ZONE u.time_zone AS begins) AS h WHERE a.path IS NOT NULL`;

const PLACES: Record<Counted['table'], string> = { answer: ANSWER_PLACE, invitation: INVITATION_PLACE };
const misplaced = (table: Counted['table'], which: string): string =>
  `SELECT m.id, m.placed FROM (${PLACES[table]} AND ${which}) AS m WHERE m.placed IS DISTINCT FROM m.held`;

const BATCH = { answer: 'a.id = ANY($1::text[])', invitation: 'a.id = ANY($1::uuid[])' } as const;
const REWRITTEN = `EXISTS (SELECT 1 FROM jsonb_to_recordset($1::jsonb) AS r(unit text, since timestamptz) WHERE r.unit = a.unit AND`;

/** Before rows change: whatever was counted elsewhere is back where scoring counts it. Needs `holdTree`. */
export async function takeBack(tx: EntityManager, of: Counted, ids: readonly string[]): Promise<void> {
  const targets = `SELECT a.id, NULL::text[] AS placed FROM ${of.table} a WHERE a.placed IS NOT NULL AND ${BATCH[of.table]}`;
  if (ids.length > 0 && (await anyOf(tx, targets, [ids]))) await shift(tx, of, targets, [ids]);
}

/** After they were written: what came under a tree that is known better by now goes where it belongs. Needs `holdTree`. */
export async function placeNew(tx: EntityManager, of: Counted, ids: readonly string[]): Promise<void> {
  const targets = misplaced(of.table, BATCH[of.table]);
  if (ids.length > 0 && (await anyOf(tx, targets, [ids]))) await shift(tx, of, targets, [ids]);
}

/** Needs `changeTree`. @param rewritten units, each with the moment from which its history is another one */
export async function moveAnswers(tx: EntityManager, rewritten: readonly { unit: string; since: string | null }[]): Promise<void> {
  await moveSince(tx, ANSWERS, rewritten, "a.answered_at >= r.since AND a.day >= r.since - interval '2 days'");
}

/** Needs `changeTree`. */
export async function moveInvitations(tx: EntityManager, rewritten: readonly { unit: string; since: string | null }[]): Promise<void> {
  await moveSince(tx, INVITATIONS, rewritten, "a.day >= r.since - interval '2 days'");
}

async function moveSince(tx: EntityManager, of: Counted, rewritten: readonly { unit: string; since: string | null }[], since: string): Promise<void> {
  const values = [JSON.stringify(rewritten.map((one) => ({ unit: one.unit, since: one.since ?? '-infinity' })))];
  await shift(tx, of, misplaced(of.table, `${REWRITTEN} ${since})`), values);
}

