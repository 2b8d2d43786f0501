import { PG_POOL } from '@candor/database';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { GIVEN, type Norms } from './given.ts';
import { merged, type Kind, type Saying } from './merge.ts';

/** The norms that hold, and what was said of them: a record of this service's own, which no topic could give back. */
@Injectable()
export class NormsStore {
  constructor(@Inject(PG_POOL) private readonly pool: pg.Pool) {}

  async norms(): Promise<Norms> {
    const { rows } = await this.pool.query<Saying>('SELECT kind, key, value FROM norm');
    return merged(GIVEN, rows);
  }

  /** @param value null: there is none, though one was given */
  async say(kind: Kind, key: string, value: object | null, by: string): Promise<void> {
    await this.pool.query(`INSERT INTO norm (kind, key, value, changed_by) VALUES ($1, $2, $3::jsonb, $4)
      ON CONFLICT (kind, key) DO UPDATE SET value = excluded.value, changed_by = excluded.changed_by, changed_at = now()`, [kind, key, JSON.stringify(value), by]);
  }

  /** Back to what was given. */
  async forget(kind: Kind, key: string): Promise<void> {
    await this.pool.query('DELETE FROM norm WHERE kind = $1 AND key = $2', [kind, key]);
  }
}
