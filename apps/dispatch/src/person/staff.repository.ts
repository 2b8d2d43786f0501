import { staffKnown, type ServedBy } from '@candor/contracts';
import { outgoing, type Outgoing } from '@candor/messaging';
import type { EntityManager } from 'typeorm';

export interface Served {
  servedBy: ServedBy;
  at: Date;
  correlation?: string | undefined;
}

/** A name that is already known writes nothing, or every interaction would write the row of whoever served. */
const UPSERT = `
  INSERT INTO staff (id, name, said_at)
  SELECT r.id, r.name, r.said_at FROM jsonb_to_recordset($1::jsonb) AS r(id text, name text, said_at timestamptz) ORDER BY r.id
  ON CONFLICT (id) DO UPDATE SET name = excluded.name, said_at = excluded.said_at
  WHERE staff.said_at <= excluded.said_at AND staff.name <> excluded.name
  RETURNING id, name`;

/** Notes the names of those who served, the latest said of each. @returns what to tell others. */
export async function noteStaff(tx: EntityManager, served: readonly Served[], now: Date): Promise<Outgoing[]> {
  const latest = new Map<string, Served & { name: string }>();
  for (const one of served) {
    const { id, name } = one.servedBy;
    const known = latest.get(id);
    if (name !== undefined && (!known || known.at <= one.at)) latest.set(id, { ...one, name });
  }
  if (latest.size === 0) return [];
  const rows: { id: string; name: string }[] = await tx.query(UPSERT, [JSON.stringify([...latest].map(([id, { name, at }]) => ({ id, name, said_at: at })))]);
  return rows.map(({ id, name }) => {
    const correlation = latest.get(id)?.correlation;
    return outgoing(staffKnown, { id, name, changedAt: now.toISOString() }, correlation === undefined ? {} : { correlation }) as Outgoing;
  });
}

/** What those who served are called, by id; only those whom an interaction named. */
export async function namesOf(db: Pick<EntityManager, 'query'>, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows: { id: string; name: string }[] = await db.query('SELECT id, name FROM staff WHERE id = ANY ($1)', [[...new Set(ids)]]);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
