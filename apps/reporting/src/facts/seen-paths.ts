import { prepared } from '@candor/database';
import type { EntityManager } from 'typeorm';

/** Remembers where units stood when they were answered or asked about. */
export async function storeSeenPaths(tx: EntityManager, paths: readonly (readonly string[])[]): Promise<void> {
  const distinct = [...new Map(paths.map((path) => [path.join('/'), path])).entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, path]) => path);
  if (distinct.length === 0) return;
  await prepared(
    tx,
    `INSERT INTO seen_path (unit, path) SELECT unit, ARRAY(SELECT jsonb_array_elements_text(path))
     FROM jsonb_to_recordset($1::jsonb) AS p(unit text, path jsonb) ON CONFLICT DO NOTHING`,
    [JSON.stringify(distinct.map((path) => ({ unit: path.at(-1), path })))],
  );
}
