import type { EntityManager } from 'typeorm';

const PLACE = `WITH RECURSIVE placed AS (
    SELECT key, (SELECT p ->> 'parent' FROM jsonb_array_elements(placements) AS p
      WHERE p ->> 'from' IS NULL OR (p ->> 'from')::timestamptz <= $1 ORDER BY (p ->> 'from')::timestamptz DESC NULLS LAST LIMIT 1) AS parent
    FROM unit),
  tree AS (
    SELECT key, parent, ARRAY[key] AS path FROM placed WHERE parent IS NULL
    UNION ALL SELECT c.key, c.parent, t.path || c.key FROM placed c JOIN tree t ON c.parent = t.key WHERE NOT c.key = ANY(t.path))
  UPDATE unit SET parent = tree.parent, path = tree.path FROM tree
  WHERE unit.key = tree.key AND (unit.path IS DISTINCT FROM tree.path OR unit.parent IS DISTINCT FROM tree.parent)`;

/** Puts every unit where the tree has it at `now`: after a change of the catalogue, and when the time of a move that was told ahead has come. */
export async function placeUnits(tx: EntityManager, now: Date): Promise<void> {
  await tx.query(PLACE, [now.toISOString()]);
}
