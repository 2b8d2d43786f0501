import { prepared } from '@candor/database';
import type pg from 'pg';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { storeSeenPaths } from '../facts/seen-paths.ts';
import { noteChanges } from '../score-cells/note-changes.ts';
import { upsertCells } from '../score-cells/upsert-cells.ts';
import { cellsOf, fillBatches, type Batch, type Waiting } from './batch.ts';

const LEAF = 'programme, measure, touchpoint, unit';

/** Those that wait in the leaves of the answers named (null: in all), as they came; of those that came together the oldest first. */
const WAITING = `SELECT id, ${LEAF}, path, to_char(day, 'YYYY-MM-DD') AS day, score, discourage, invited FROM anonymous_answer
  WHERE batch IS NULL AND counted AND programme IS NOT NULL
    AND ($1::text[] IS NULL OR (${LEAF}) IN (SELECT ${LEAF} FROM anonymous_answer WHERE id = ANY($1)))
  ORDER BY ${LEAF}, anonymous_answer.day, arrived`;

const COLUMNS = 'id, programme, measure, touchpoint, unit, path, day, counts, discouraging, false_detractors, invited';
const TYPES = 'id uuid, programme text, measure text, touchpoint text, unit text, path text[], day date, counts int[], discouraging int[], false_detractors int, invited int';

/** Which answer is in which batch is said once. What it was is then forgotten here: the batch has it. */
const SETTLE = `WITH added AS (INSERT INTO anonymous_batch (${COLUMNS}) SELECT ${COLUMNS} FROM jsonb_to_recordset($1::jsonb) AS b(${TYPES}))
  UPDATE anonymous_answer a SET batch = m.batch, programme = NULL, touchpoint = NULL, unit = NULL, path = NULL, day = NULL, measure = NULL, score = NULL, discourage = NULL, invited = NULL
  FROM unnest($2::text[], $3::uuid[]) AS m(id, batch) WHERE a.id = m.id`;

const AT_ONCE = 500;

/** Publishes what can be published. Needs `holdReleases`. @param ids of answers that have changed; null: whatever waits */
export async function release(tx: EntityManager, ids: readonly string[] | null): Promise<void> {
  const filled = fillBatches(await prepared<Waiting>(tx, WAITING, [ids]), uuid);
  for (let at = 0; at < filled.length; at += AT_ONCE) {
    const some = filled.slice(at, at + AT_ONCE);
    const members = some.flatMap(({ batch, members: of }) => of.map((id) => ({ id, batch: batch.id })));
    await prepared(tx, SETTLE, [
      JSON.stringify(some.map(({ batch }) => ({ ...batch, false_detractors: batch.falseDetractors }))), members.map(({ id }) => id), members.map(({ batch }) => batch),
    ]);
    await count(tx, some.map(({ batch }) => batch));
  }
}

/** Adds batches to the figures that do not have them yet: a cell is known by its batch, and counts once. Needs `holdReleases`. */
export async function recount(tx: EntityManager): Promise<void> {
  for (;;) {
    const missing = await prepared<Batch>(tx, `SELECT id, ${LEAF}, path, to_char(day, 'YYYY-MM-DD') AS day, counts, discouraging, false_detractors AS "falseDetractors", invited
      FROM anonymous_batch b WHERE NOT EXISTS (SELECT FROM cell c WHERE c.day = b.day AND c.unit = b.unit AND c.touchpoint = b.touchpoint AND c.programme = b.programme AND c.measure = b.measure
        AND c.source = 'b' || b.id::text) ORDER BY b.id LIMIT ${AT_ONCE}`, []);
    if (missing.length === 0) return;
    await count(tx, missing);
  }
}

async function count(tx: EntityManager, batches: readonly Batch[]): Promise<void> {
  const asOf = new Date().toISOString();
  await storeSeenPaths(tx, batches.map(({ path }) => path));
  const client = (await tx.queryRunner!.connect()) as pg.PoolClient;
  const changed = await upsertCells(client, batches.flatMap((batch) => cellsOf(batch, asOf)));
  if (changed.length > 0) await noteChanges(client, changed, asOf);
}
