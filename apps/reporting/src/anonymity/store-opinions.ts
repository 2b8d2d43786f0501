import type { ResponseChange } from '@candor/contracts';
import { prepared } from '@candor/database';
import type { Received } from '@candor/messaging';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { answersIn, type AnswerRow } from '../facts/answer/answer-row.ts';
import { storeSeenPaths } from '../facts/seen-paths.ts';
import { fillOpinions, type Opinion } from './opinion.ts';

const TOLD = ['programme', 'touchpoint', 'unit', 'path', 'day', 'measure', 'score', 'named'];
const LEAF = 'programme, measure, touchpoint, unit, rival';

/** Of an opinion that is in a batch nothing is kept but that it is; before that a change takes its place. */
const UPSERT = `INSERT INTO anonymous_opinion AS o (id, rival, revision, counted, ${TOLD.join(', ')})
  SELECT id, rival, revision, counted, ${TOLD.join(', ')} FROM jsonb_to_recordset($1::jsonb) AS r(id text, rival text, revision int, counted boolean, programme text, touchpoint text, unit text, path text[],
    day date, measure text, score smallint, named text) ORDER BY id, rival
  ON CONFLICT (id, rival) DO UPDATE SET revision = excluded.revision, counted = excluded.counted, ${TOLD.map((column) => `${column} = CASE WHEN o.batch IS NULL THEN excluded.${column} END`).join(', ')}
  WHERE o.revision < excluded.revision`;

/** A change that does not say what it was: excluded and amended meanwhile, or erased, of which nothing stays. */
const TAKE_BACK = `UPDATE anonymous_opinion o SET revision = r.revision, counted = false, ${TOLD.map((column) => `${column} = CASE WHEN r.erased THEN NULL ELSE o.${column} END`).join(', ')}
  FROM jsonb_to_recordset($1::jsonb) AS r(id text, revision int, erased boolean) WHERE o.id = r.id AND o.revision < r.revision`;

const WAITING = `SELECT id, ${LEAF}, path, to_char(day, 'YYYY-MM-DD') AS day, score, named FROM anonymous_opinion
  WHERE batch IS NULL AND counted AND programme IS NOT NULL AND (${LEAF}) IN (SELECT ${LEAF} FROM anonymous_opinion WHERE id = ANY($1)) ORDER BY ${LEAF}, anonymous_opinion.day, arrived`;

const SETTLE = `WITH added AS (
    INSERT INTO opinion_batch (id, ${LEAF}, path, day, counts, named)
    SELECT id, ${LEAF}, path, day, counts, named FROM jsonb_to_recordset($1::jsonb) AS b(id uuid, programme text, measure text, touchpoint text, unit text, rival text, path text[], day date, counts int[], named jsonb))
  UPDATE anonymous_opinion o SET batch = m.batch, ${TOLD.map((column) => `${column} = NULL`).join(', ')} FROM unnest($2::text[], $3::text[], $4::uuid[]) AS m(id, rival, batch) WHERE o.id = m.id AND o.rival = m.rival`;

/** Keeps what answers of anonymous programmes say of rivals until five say it of the same, and publishes those: exact whatever is repeated or comes late. Needs `holdReleases`. */
export async function storeOpinions(tx: EntityManager, events: readonly Received[]): Promise<void> {
  const rows = answersIn(events as Received<ResponseChange>[]);
  const opinions = rows.flatMap(opinionsOf);
  const unsaid = rows.filter(({ contribution }) => contribution === null);
  if (unsaid.length > 0) await prepared(tx, TAKE_BACK, [JSON.stringify(unsaid.map(({ id, revision, erased }) => ({ id, revision, erased })))]);
  if (opinions.length === 0) return;
  await prepared(tx, UPSERT, [JSON.stringify(opinions)]);
  const filled = fillOpinions(await prepared<Opinion>(tx, WAITING, [[...new Set(opinions.map(({ id }) => id))]]), uuid);
  if (filled.length === 0) return;
  await storeSeenPaths(tx, filled.map(({ batch }) => batch.path));
  const members = filled.flatMap(({ batch, members: of }) => of.map((id) => ({ id, rival: batch.rival, batch: batch.id })));
  await prepared(tx, SETTLE, [JSON.stringify(filled.map(({ batch }) => batch)), members.map(({ id }) => id), members.map(({ rival }) => rival), members.map(({ batch }) => batch)]);
}

/** At most two: of the rival that was rated, and (of no rival) of choosing another. */
function opinionsOf({ id, revision, excluded, contribution }: AnswerRow): ({ id: string } & Record<string, unknown>)[] {
  const { rated, switching } = contribution?.rivalry ?? {};
  if (!contribution) return [];
  const { programme, touchpoint, path, day, measure } = contribution;
  const common = { id, revision, counted: !excluded, programme, touchpoint, unit: path.at(-1), path, day, measure };
  return [...(rated ? [{ ...common, rival: rated.rival, score: rated.score }] : []), ...(switching ? [{ ...common, rival: '', score: switching.likely, named: switching.to }] : [])];
}
