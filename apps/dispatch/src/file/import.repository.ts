import type { FieldError } from '@candor/http';
import type { EntityManager } from 'typeorm';
import type { ImportKind, ImportStatus } from '../base/base.entities.ts';

type Queries = Pick<EntityManager, 'query'>;

export interface ImportRow {
  id: string;
  kind: ImportKind;
  subject: string;
  /** Of whoever sent it, for the record. */
  subject_name: string | null;
  /** What holds for rows that do not say it themselves. */
  defaults: Record<string, string> | null;
  units: string[] | null;
  media_type: string;
  as_of: Date;
  received_at: Date;
  finished_at: Date | null;
  status: ImportStatus;
  bytes: string;
  lines: number;
  row_count: number;
  created: number;
  changed: number;
  unchanged: number;
  refused: number;
  complete: boolean;
  gone: number;
}
/** What some more rows of a file came to. */
export interface Portion {
  rows: number;
  created: number;
  changed: number;
  unchanged: number;
  refused: number;
  errors: { line: number; error: FieldError }[];
}

/** Whoever is silent for so long is taken to have died: receiving a file, or storing its rows. */
const RECEIVING = "interval '15 minutes'";
const RUNNING = "interval '1 minute'";
/** Until a file is tried again whose rows could not be stored. */
const ASIDE = "interval '15 seconds'";
/** Errors kept of one file; the counts go on. */
export const MOST_ERRORS = 1000;

/** A file that begins to arrive. */
export interface Opening {
  id: string;
  kind: ImportKind;
  subject: string;
  subjectName: string;
  units: readonly string[] | null;
  mediaType: string;
  asOf: Date;
  complete?: boolean;
  defaults?: Record<string, string | undefined>;
  now: Date;
}

export async function openImport(db: Queries, { id, kind, subject, subjectName, units, mediaType, asOf, complete = false, defaults, now }: Opening): Promise<void> {
  await db.query(
    `INSERT INTO base_import (id, subject, units, media_type, as_of, received_at, lease_until, complete, kind, subject_name, defaults)
     VALUES ($1, $2, $3, $4, $5, $6::timestamptz, $6::timestamptz + ${RECEIVING}, $7, $8, $9, $10)`,
    [id, subject, units, mediaType, asOf, now, complete, kind, subjectName, defaults === undefined ? null : JSON.stringify(defaults)],
  );
}

const KEEP = `
  WITH kept AS (INSERT INTO base_import_chunk (import, number, content) VALUES ($1, $2, $3))
  UPDATE base_import SET bytes = bytes + $4, lines = lines + $5, lease_until = now() + ${RECEIVING} WHERE id = $1 AND status = 'receiving' RETURNING 1`;

/** @returns false if the import was given up meanwhile. */
export async function keepChunk(db: Queries, id: string, number: number, content: Buffer, lines: number): Promise<boolean> {
  const [rows]: [unknown[]] = await db.query(KEEP, [id, number, content, content.length, lines]);
  return rows.length > 0;
}

/** The whole file is here: from now somebody stores its rows, whatever becomes of us. */
export async function beginRows(db: Queries, id: string): Promise<void> {
  await db.query("UPDATE base_import SET status = 'running', lease_until = NULL WHERE id = $1 AND status = 'receiving'", [id]);
}

const CLAIM = `
  UPDATE base_import SET lease_until = now() + ${RUNNING} WHERE id = (
    SELECT id FROM base_import WHERE status = 'running' AND (lease_until IS NULL OR lease_until < now()) ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED)
  RETURNING *`;

/** A file that nobody is storing. */
export async function claimImport(db: Queries): Promise<ImportRow | undefined> {
  const [rows]: [ImportRow[]] = await db.query(CLAIM);
  return rows[0];
}

export async function releaseImport(db: Queries, id: string): Promise<void> {
  await db.query("UPDATE base_import SET lease_until = NULL WHERE id = $1 AND status = 'running'", [id]);
}

/** Later: a file that nobody can store now holds up no other. */
export async function setAside(db: Queries, id: string): Promise<void> {
  await db.query(`UPDATE base_import SET lease_until = now() + ${ASIDE} WHERE id = $1 AND status = 'running'`, [id]);
}

/** A part of the file; undefined behind its end. */
export async function chunkOf(db: Queries, id: string, number: number): Promise<Buffer | undefined> {
  const [row]: { content: Buffer }[] = await db.query('SELECT content FROM base_import_chunk WHERE import = $1 AND number = $2', [id, number]);
  return row?.content;
}

const ADVANCE = `
  UPDATE base_import SET row_count = row_count + $3, created = created + $4, changed = changed + $5, unchanged = unchanged + $6, refused = refused + $7, lease_until = now() + ${RUNNING}
  WHERE id = $1 AND row_count = $2 AND status = 'running' RETURNING 1`;

/** Notes rows as done, in the transaction that stores them. @returns false if somebody else has stored them: nothing of this transaction may stand then. */
export async function advance(tx: Queries, id: string, from: number, { rows, created, changed, unchanged, refused, errors }: Portion): Promise<boolean> {
  const [noted]: [unknown[]] = await tx.query(ADVANCE, [id, from, rows, created, changed, unchanged, refused]);
  if (noted.length === 0) return false;
  await noteErrors(tx, id, errors);
  return true;
}

const NOTE_ERRORS = `
  INSERT INTO base_import_error (import, number, line, field, message)
  SELECT $1, known.count + e.place, e.line, e.field, e.message FROM unnest($2::int[], $3::text[], $4::text[]) WITH ORDINALITY AS e(line, field, message, place),
    (SELECT count(*) FROM base_import_error WHERE import = $1) AS known
  WHERE known.count + e.place <= ${MOST_ERRORS}`;

export async function noteErrors(tx: Queries, id: string, errors: Portion['errors']): Promise<void> {
  if (errors.length > 0) await tx.query(NOTE_ERRORS, [id, errors.map(({ line }) => line), errors.map(({ error }) => error.field), errors.map(({ error }) => error.message)]);
}

/** It ends, and the file goes. */
export async function endImport(tx: Queries, id: string, status: 'done' | 'failed', errors: Portion['errors'], now: Date): Promise<void> {
  await noteErrors(tx, id, errors);
  await tx.query('DELETE FROM base_import_chunk WHERE import = $1', [id]);
  await tx.query('UPDATE base_import SET status = $2, finished_at = $3, lease_until = NULL WHERE id = $1', [id, status, now]);
}

/** Files whose sender broke off together with whoever received them. */
export async function abandoned(db: Queries): Promise<string[]> {
  const rows: { id: string }[] = await db.query("SELECT id FROM base_import WHERE status = 'receiving' AND lease_until < now()");
  return rows.map(({ id }) => id);
}

export async function findImport(db: Queries, kind: ImportKind, id: string): Promise<{ row: ImportRow; errors: { line: number; field: string; message: string }[] } | undefined> {
  const [row]: ImportRow[] = await db.query('SELECT * FROM base_import WHERE id = $1 AND kind = $2', [id, kind]);
  return row && { row, errors: await db.query('SELECT line, field, message FROM base_import_error WHERE import = $1 ORDER BY number', [id]) };
}
