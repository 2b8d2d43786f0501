import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';

type Queries = Pick<EntityManager, 'query'>;

/** What the provider has recorded, and where it belongs. */
export interface Spoken {
  providerId: string;
  invitation: string;
  unit: string;
  seconds: number;
}
export interface Recording {
  unit: string;
  programme: string;
  audio: Buffer;
  contentType: string;
}
/** One to be fetched. */
export interface DueRecording {
  id: string;
  provider_id: string;
  invitation: string;
  seconds: number;
  spoken_at: Date;
  attempts: number;
}

const ADD = `
  INSERT INTO recording (id, provider_id, invitation, unit, seconds, spoken_at, next_attempt_at) VALUES ($1, $2, $3, $4, $5, $6, $6)
  ON CONFLICT (provider_id) DO UPDATE SET next_attempt_at = excluded.next_attempt_at, seconds = greatest(recording.seconds, excluded.seconds) WHERE recording.stored_at IS NULL`;
const CLAIM = `
  UPDATE recording r SET attempts = r.attempts + 1, next_attempt_at = $3
  FROM (SELECT id FROM recording WHERE next_attempt_at <= $1 ORDER BY next_attempt_at LIMIT $2 FOR UPDATE SKIP LOCKED) due
  WHERE r.id = due.id RETURNING r.id, r.provider_id, r.invitation, r.seconds, r.spoken_at, r.attempts`;
const STORE = `
  UPDATE recording SET audio = $2, content_type = $3, stored_at = $4, next_attempt_at = NULL, last_error = NULL WHERE id = $1 AND stored_at IS NULL RETURNING id`;
const PUT_OFF = 'UPDATE recording SET next_attempt_at = $2, last_error = $3 WHERE id = $1 AND stored_at IS NULL';
const NEXT = 'SELECT min(next_attempt_at) AS at FROM recording WHERE next_attempt_at IS NOT NULL';

/** Told twice (at the end of the recording, and when it is ready), it is noted once, and looked for at once each time. */
export async function noteSpoken(tx: EntityManager, { providerId, invitation, unit, seconds }: Spoken, now: Date): Promise<void> {
  await tx.query(ADD, [uuidv7(), providerId, invitation, unit, seconds, now]);
}

/** @param again when somebody else tries, should nothing be heard of this attempt */
export async function claimRecordings(db: Queries, now: Date, limit: number, again: Date): Promise<DueRecording[]> {
  // TypeORM gives the rows of an UPDATE together with their number.
  const [rows]: [DueRecording[], number] = await db.query(CLAIM, [now, limit, again]) as never;
  return rows;
}

/** @returns whether it was not here before, and is still wanted */
export async function storeRecording(tx: EntityManager, id: string, audio: Buffer, contentType: string, now: Date): Promise<boolean> {
  const [rows]: [unknown[], number] = await tx.query(STORE, [id, audio, contentType, now]) as never;
  return rows.length > 0;
}

/** @param at null: for good */
export async function putOffRecording(db: Queries, id: string, at: Date | null, error: string): Promise<void> {
  await db.query(PUT_OFF, [id, at, error]);
}

export async function nextRecording(db: Queries): Promise<Date | null> {
  const [row]: { at: Date | null }[] = await db.query(NEXT);
  return row?.at ?? null;
}

export async function readRecording(db: Queries, id: string): Promise<Recording | undefined> {
  const [row]: Recording[] = await db.query(`SELECT r.unit, i.placement ->> 'programme' AS programme, r.audio, r.content_type AS "contentType"
    FROM recording r JOIN invitation i ON i.id = r.invitation WHERE r.id = $1 AND r.stored_at IS NOT NULL`, [id]);
  return row;
}

/** Of somebody who asked to be forgotten. What is being fetched at the moment finds no row to be stored in. */
export async function forgetRecordings(tx: EntityManager, person: string): Promise<void> {
  await tx.query('DELETE FROM recording WHERE invitation IN (SELECT id FROM invitation WHERE person = $1)', [person]);
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Which recordings belong to which answers, as their owner says. Other systems may name recordings of their own. */
export async function noteAnswers(tx: EntityManager, answers: readonly { recording: string; response: string }[]): Promise<void> {
  const ours = answers.filter(({ recording }) => UUID.test(recording));
  if (ours.length === 0) return;
  await tx.query('UPDATE recording r SET response = a.response FROM jsonb_to_recordset($1::jsonb) AS a(recording uuid, response text) WHERE r.id = a.recording', [JSON.stringify(ours)]);
}

/** What no answer has claimed (it came too late, or was erased before) is nobody's. */
export async function forgetUnclaimed(db: Queries, before: Date): Promise<void> {
  await db.query('DELETE FROM recording WHERE response IS NULL AND spoken_at < $1', [before]);
}

/** Of answers that were erased. */
export async function forgetRecordingsOf(tx: EntityManager, responses: readonly string[]): Promise<void> {
  if (responses.length > 0) await tx.query('DELETE FROM recording WHERE response = ANY ($1)', [responses]);
}
