import { programmeSet, touchpointSet, unitSet } from '@candor/contracts';
import { isEvent, type Received } from '@candor/messaging';
import type { EntityManager } from 'typeorm';
import { rememberPlaces } from '../placement/remember-places.ts';
import { changeTree } from '../placement/tree-lock.ts';
import { placeUnits } from './place-units.ts';

interface Kind {
  table: 'unit' | 'touchpoint' | 'programme';
  /** Column by column of `types`, from the entry's JSON. */
  columns: string[];
  types: string;
}

const UNIT: Kind = {
  table: 'unit', columns: ['version', 'name', 'time_zone', 'placements', 'closed_at', 'path'],
  types: 'key text, version int, name text, time_zone text, placements jsonb, closed_at timestamptz, path text[]',
};
const TOUCHPOINT: Kind = {
  table: 'touchpoint', columns: ['version', 'name', 'programme', 'weight', 'weights', 'delay'],
  types: 'key text, version int, name text, programme text, weight float8, weights jsonb, delay text',
};
const PROGRAMME: Kind = {
  table: 'programme', columns: ['version', 'name', 'kind', 'audience', 'anonymous', 'least_n'],
  types: 'key text, version int, name text, kind text, audience text, anonymous boolean, least_n int',
};

/** Projects the catalogue into tables, since SQL joins it and row security reads it; requests use the copy in memory. */
export async function storeCatalogue(tx: EntityManager, events: readonly Received[], now: Date): Promise<void> {
  const units = events.filter((event) => isEvent(event, unitSet)).map(({ data }) => ({ ...data, time_zone: data.timeZone, closed_at: data.closedAt, path: [data.key] }));
  const touchpoints = events.filter((event) => isEvent(event, touchpointSet)).map(({ data }) => data);
  const programmes = events.filter((event) => isEvent(event, programmeSet)).map(({ data }) => ({ ...data, least_n: data.leastN }));
  await upsert(tx, PROGRAMME, programmes);
  await upsert(tx, TOUCHPOINT, touchpoints);
  if (units.length === 0) return;
  await changeTree(tx);
  const moved = await upsert(tx, UNIT, units, 'placements');
  await placeUnits(tx, now);
  await rememberPlaces(tx, moved);
}

/** @returns the entries that are new, or of which the `watched` column is another one now */
async function upsert(tx: EntityManager, { table, columns, types }: Kind, entries: readonly { key: string; version: number }[], watched = 'version'): Promise<string[]> {
  const latest = new Map<string, { key: string; version: number }>();
  for (const entry of entries) if ((latest.get(entry.key)?.version ?? 0) < entry.version) latest.set(entry.key, entry);
  if (latest.size === 0) return [];
  const set = columns.filter((column) => column !== 'path').map((column) => `${column} = excluded.${column}`).join(', ');
  const rows: { key: string; changed: boolean }[] = await tx.query(
    `INSERT INTO ${table} AS t (key, ${columns.join(', ')}) SELECT key, ${columns.join(', ')} FROM jsonb_to_recordset($1::jsonb) AS r(${types}) ORDER BY key
     ON CONFLICT (key) DO UPDATE SET ${set} WHERE t.version < excluded.version
     RETURNING new.key, old.${watched} IS DISTINCT FROM new.${watched} AS changed`,
    [JSON.stringify([...latest.values()])],
  );
  return rows.filter(({ changed }) => changed).map(({ key }) => key);
}
