import type { DataSource, EntityManager } from 'typeorm';
import type { Difference } from './read-model.ts';
import type { PartitionProgress, RebuildShown, RebuildState } from './shapes.ts';

export interface RebuildRow {
  id: string;
  model: string;
  state: RebuildState;
  reason: string;
  failure: string | null;
  shape: string | null;
  partitions: PartitionProgress[];
  per_second: number | null;
  differences: Difference[] | null;
  started_by: string;
  started_at: Date;
  ended_by: string | null;
  ended_at: Date | null;
}

/** A holder that says nothing for so long is gone. */
const HELD = "now() + interval '6 seconds'";

/** Rebuilds as they are written down: one is under way at most, and one instance at a time works on it. */
export class RebuildStore {
  readonly #db: DataSource;

  constructor(db: DataSource) {
    this.#db = db;
  }

  /** Latest first. */
  async list(limit: number): Promise<RebuildRow[]> {
    return (await this.#db.query('SELECT * FROM rebuild ORDER BY started_at DESC, id DESC LIMIT $1', [limit])) as RebuildRow[];
  }

  async get(id: string): Promise<RebuildRow | undefined> {
    return ((await this.#db.query('SELECT * FROM rebuild WHERE id = $1', [id])) as RebuildRow[])[0];
  }

  /** @returns false if another is under way */
  async start(id: string, model: string, reason: string, by: string): Promise<boolean> {
    const rows = (await this.#db.query(
      'INSERT INTO rebuild (id, model, reason, started_by) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING RETURNING 1', [id, model, reason, by],
    )) as unknown[];
    return rows.length > 0;
  }

  /** Takes up a rebuild that nobody works on. */
  async claim(holder: string): Promise<RebuildRow | undefined> {
    const [rows] = (await this.#db.query(
      `UPDATE rebuild SET holder = $1, held_until = ${HELD} WHERE id = (SELECT id FROM rebuild WHERE ended_at IS NULL AND held_until < now() LIMIT 1 FOR UPDATE SKIP LOCKED) RETURNING *`, [holder],
    )) as [RebuildRow[]];
    return rows[0];
  }

  /** Says that it goes on, and how far it is. @returns false if it is not ours any more, or was cancelled */
  async keep(id: string, holder: string, state: RebuildState, partitions: readonly PartitionProgress[], perSecond: number | null): Promise<boolean> {
    const [, count] = (await this.#db.query(
      `UPDATE rebuild SET held_until = ${HELD}, state = $3, partitions = $4, per_second = $5 WHERE id = $1 AND holder = $2 AND ended_at IS NULL`,
      [id, holder, state, JSON.stringify(partitions), perSecond],
    )) as [unknown, number];
    return count > 0;
  }

  async shaped(id: string, shape: string): Promise<void> {
    await this.#db.query('UPDATE rebuild SET shape = $2 WHERE id = $1', [id, shape]);
  }

  async release(id: string, holder: string): Promise<void> {
    await this.#db.query("UPDATE rebuild SET held_until = '-infinity' WHERE id = $1 AND holder = $2 AND ended_at IS NULL", [id, holder]);
  }

  async fail(id: string, holder: string, failure: string): Promise<void> {
    await this.#db.query(`UPDATE rebuild SET state = 'failed', failure = $3, ended_at = now() WHERE id = $1 AND holder = $2 AND ended_at IS NULL`, [id, holder, failure.slice(0, 4000)]);
  }

  /** @returns undefined if it had ended; else whether somebody is at work on it */
  async cancel(id: string, by: string): Promise<{ held: boolean } | undefined> {
    const [rows] = (await this.#db.query(
      `UPDATE rebuild SET state = 'cancelled', ended_by = $2, ended_at = now() WHERE id = $1 AND ended_at IS NULL RETURNING held_until > now() AS held`, [id, by],
    )) as [{ held: boolean }[]];
    return rows[0];
  }
}

/** Holds the row to the end of the transaction. @returns whether it is still ours, and under way */
export async function holdOwn(tx: EntityManager, id: string, holder: string): Promise<boolean> {
  return ((await tx.query('SELECT 1 FROM rebuild WHERE id = $1 AND holder = $2 AND ended_at IS NULL FOR UPDATE', [id, holder])) as unknown[]).length > 0;
}

export async function markSwapped(tx: EntityManager, id: string, partitions: readonly PartitionProgress[], perSecond: number | null, differences: readonly Difference[]): Promise<void> {
  await tx.query(`UPDATE rebuild SET state = 'swapped', ended_at = now(), partitions = $2, per_second = $3, differences = $4 WHERE id = $1`, [id, JSON.stringify(partitions), perSecond, JSON.stringify(differences)]);
}

export function shown({ id, model, state, reason, failure, partitions, per_second, differences, started_by, started_at, ended_by, ended_at }: RebuildRow): RebuildShown {
  const done = partitions.reduce((sum, one) => sum + one.done, 0);
  const total = partitions.reduce((sum, one) => sum + one.total, 0);
  return {
    id, model, state, reason, failure, done, total, partitions, differences,
    perSecond: per_second === null ? null : Math.round(per_second),
    secondsLeft: ended_at !== null || per_second === null || per_second < 1 ? null : Math.ceil((total - done) / per_second),
    startedBy: started_by, startedAt: started_at.toISOString(), endedBy: ended_by, endedAt: ended_at?.toISOString() ?? null,
  };
}
