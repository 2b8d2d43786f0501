import type { ResponseChange } from '@candor/contracts';
import { prepared } from '@candor/database';
import type { Received } from '@candor/messaging';
import type { EntityManager } from 'typeorm';
import { answersIn, flat } from '../facts/answer/answer-row.ts';
import { release } from './release.ts';

const TOLD = ['programme', 'touchpoint', 'unit', 'path', 'day', 'measure', 'score', 'discourage', 'invited'];

/**
 * What was published stands: of an answer that is in a batch nothing is kept but that it is, and no change of it moves a figure, since the difference would tell
 * what it was. Before that a change takes its place, and an erased one is gone.
 */
const UPSERT = `INSERT INTO anonymous_answer AS a (id, revision, counted, ${TOLD.join(', ')})
  SELECT r.id, r.revision, NOT r.excluded, ${TOLD.map((column) => `r.${column}`).join(', ')}
  FROM jsonb_to_recordset($1::jsonb) AS r(id text, revision int, excluded boolean, erased boolean, programme text, touchpoint text, unit text, path text[], day date, measure text,
    score smallint, discourage smallint, invited boolean)
  WHERE r.programme IS NOT NULL OR EXISTS (SELECT FROM anonymous_answer k WHERE k.id = r.id) ORDER BY r.id
  ON CONFLICT (id) DO UPDATE SET revision = excluded.revision, counted = excluded.counted, ${
    TOLD.map((column) => `${column} = CASE WHEN a.batch IS NOT NULL THEN NULL WHEN excluded.programme IS NULL THEN a.${column} ELSE excluded.${column} END`).join(', ')}
  WHERE a.revision < excluded.revision`;

const FORGET = `UPDATE anonymous_answer SET ${TOLD.map((column) => `${column} = NULL`).join(', ')} WHERE id = ANY($1::text[])`;

/** Keeps answers of anonymous programmes until they can be published, and publishes those that can: exact whatever is repeated or comes late. Needs `holdReleases`. */
export async function storeAnonymous(tx: EntityManager, events: readonly Received[]): Promise<void> {
  const rows = answersIn(events as Received<ResponseChange>[]);
  if (rows.length === 0) return;
  await prepared(tx, UPSERT, [JSON.stringify(rows.map((row) => ({ ...flat(row), invited: row.invitation !== null })))]);
  const erased = rows.filter((row) => row.erased).map(({ id }) => id);
  if (erased.length > 0) await prepared(tx, FORGET, [erased]);
  await release(tx, rows.map(({ id }) => id));
}
