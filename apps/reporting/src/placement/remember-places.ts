import { differsFrom, placesOf, type Place, type Placed } from '@candor/catalog-copy';
import type { EntityManager } from 'typeorm';
import { moveRewritten } from './move-facts.ts';
import { tellMoved } from './shift-sums.ts';

/** A unit whose history is no longer what it was, from `since` (null: since ever) on. */
export interface Rewritten {
  unit: string;
  since: string | null;
}

/**
 * After these units have got other placements: writes down where they, and all that ever hung below them, have hung, and puts the answers and invitations there
 * that came under a tree which is known better now. Needs `changeTree`.
 */
export async function rememberPlaces(tx: EntityManager, changed: readonly string[]): Promise<void> {
  if (changed.length === 0) return;
  const before = await placesBelow(tx, changed);
  const units = await withAllAbove(tx, [...new Set([...changed, ...before.keys()])]);
  const rewritten: (Rewritten & { places: Place[] })[] = [];
  for (const unit of new Set([...changed, ...before.keys()])) {
    const places = placesOf(units, unit);
    const since = differsFrom(before.get(unit) ?? [], places);
    if (since !== undefined) rewritten.push({ unit, since, places });
  }
  if (rewritten.length === 0) return;
  await write(tx, rewritten);
  await tellMoved(tx, await moveRewritten(tx, rewritten));
}

/** The places of what ever hung below these, the units themselves included. */
async function placesBelow(tx: EntityManager, changed: readonly string[]): Promise<Map<string, Place[]>> {
  const rows: (Place & { unit: string })[] = await tx.query(
    `SELECT unit, path, known, CASE WHEN since = '-infinity' THEN NULL ELSE to_char(since AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') END AS since
     FROM unit_path WHERE unit IN (SELECT unit FROM unit_path WHERE path && $1::text[]) ORDER BY unit, unit_path.since`,
    [changed],
  );
  const places = new Map<string, Place[]>();
  for (const { unit, since, path, known } of rows) places.set(unit, [...(places.get(unit) ?? []), { since, path, known }]);
  return places;
}

/** These units and everything that is, was or will be above them. */
async function withAllAbove(tx: EntityManager, keys: readonly string[]): Promise<Map<string, Placed>> {
  const rows: Placed[] = await tx.query(
    `WITH RECURSIVE up (key) AS (
       SELECT unnest($1::text[]) COLLATE "C"
       UNION SELECT (p ->> 'parent') COLLATE "C" FROM up JOIN unit u ON u.key = up.key CROSS JOIN jsonb_array_elements(u.placements) p WHERE p ->> 'parent' IS NOT NULL)
     SELECT u.key, u.placements FROM up JOIN unit u ON u.key = up.key`,
    [keys],
  );
  return new Map(rows.map((row) => [row.key, row]));
}

async function write(tx: EntityManager, rewritten: readonly { unit: string; places: readonly Place[] }[]): Promise<void> {
  await tx.query('DELETE FROM unit_path WHERE unit = ANY($1::text[])', [rewritten.map(({ unit }) => unit)]);
  const rows = rewritten.flatMap(({ unit, places }) => places.map(({ since, path, known }, i) => ({ unit, since: since ?? '-infinity', until: places[i + 1]?.since ?? 'infinity', path, known })));
  await tx.query(
    `INSERT INTO unit_path (unit, since, until, path, known)
     SELECT unit, since, until, path, known FROM jsonb_to_recordset($1::jsonb) AS r(unit text, since timestamptz, until timestamptz, path text[], known boolean) ORDER BY unit, since`,
    [JSON.stringify(rows)],
  );
}
