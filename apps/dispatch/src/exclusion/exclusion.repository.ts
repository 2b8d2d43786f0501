import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { Entry } from './entry.ts';
import type { ExclusionKind, ExclusionReason } from './exclusion.ts';

type Queries = Pick<EntityManager, 'query'>;

export interface ExclusionRow {
  id: string;
  kind: ExclusionKind;
  value: string;
  reason: ExclusionReason;
  note: string;
  added_by: string;
  added_by_name: string;
  added_at: Date;
  removed_by: string | null;
  removed_by_name: string | null;
  removed_at: Date | null;
  removed_note: string | null;
}
/** Who does it, as it stays on record. */
export interface Who {
  subject: string;
  name: string;
}

const ADD = `
  INSERT INTO exclusion (id, kind, value, reason, note, added_by, added_by_name, added_at)
  SELECT r.id, r.kind, r.value, r.reason, r.note, $2, $3, $4 FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, kind text, value text, reason text, note text)
  ORDER BY r.kind, r.value, r.reason
  ON CONFLICT (kind, value, reason) WHERE removed_at IS NULL DO NOTHING RETURNING *`;
const FIND = `SELECT * FROM exclusion WHERE kind = $1 AND value = $2 AND reason = $3 AND removed_at IS NULL`;
const REMOVE = `
  UPDATE exclusion SET removed_by = $2, removed_by_name = $3, removed_at = $4, removed_note = $5 WHERE id = $1 AND removed_at IS NULL`;

/** Adds entries in one statement; those in force already stay as they were first said. @returns the new ones. */
export function addExclusions(db: Queries, entries: readonly Entry[], who: Who, now: Date): Promise<ExclusionRow[]> {
  return db.query(ADD, [JSON.stringify(entries.map((entry) => ({ ...entry, id: uuidv7() }))), who.subject, who.name, now]);
}

export async function findInForce(db: Queries, { kind, value, reason }: Entry): Promise<ExclusionRow | undefined> {
  const [row]: ExclusionRow[] = await db.query(FIND, [kind, value, reason]);
  return row;
}

/** Takes an entry back; it stays as a record, and who took it back first. @returns false if there never was one. */
export async function removeExclusion(db: Queries, id: string, note: string, who: Who, now: Date): Promise<boolean> {
  await db.query(REMOVE, [id, who.subject, who.name, now, note]);
  const known: unknown[] = await db.query('SELECT 1 FROM exclusion WHERE id = $1', [id]);
  return known.length > 0;
}

export interface WantedExclusions {
  kind?: ExclusionKind | undefined;
  value?: string | undefined;
  reason?: ExclusionReason | undefined;
  /** Those that were taken back too. */
  removed: boolean;
  before: string | null;
  limit: number;
}

/** Newest first. */
export function listExclusions(db: Queries, { kind, value, reason, removed, before, limit }: WantedExclusions): Promise<ExclusionRow[]> {
  return db.query(
    `SELECT * FROM exclusion WHERE ($1::text IS NULL OR kind = $1) AND ($2::text IS NULL OR value = $2) AND ($3::text IS NULL OR reason = $3)
       AND ($4 OR removed_at IS NULL) AND ($5::uuid IS NULL OR id < $5) ORDER BY id DESC LIMIT ${Number(limit)}`,
    [kind ?? null, value ?? null, reason ?? null, removed, before],
  );
}
