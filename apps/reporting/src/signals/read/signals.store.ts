import { PG_POOL } from '@candor/database';
import { decodeCursor } from '@candor/http';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { z } from 'zod';
import { READ_POOL } from '../../read-pool.ts';
import type { Place, SignalKind } from '../place.ts';
import type { End } from '../watch.ts';
import { noteHistory } from '../watch.store.ts';
import type { Why } from '../why.ts';
import type { SignalsQuery } from './request.ts';

export interface SignalRow extends Place {
  id: string;
  kind: SignalKind;
  openedAt: Date;
  openedDay: string;
  lookedAt: Date;
  endedAt: Date | null;
  ended: End | null;
  raised: Why;
  latest: Why;
  acknowledgedBy: string | null;
  acknowledgedName: string | null;
  acknowledgedAt: Date | null;
  note: string | null;
}
export interface HistoryRow {
  what: string;
  at: Date;
  day: string | null;
  by: string | null;
  note: string | null;
  figures: Why | null;
}

const COLUMNS = `id, kind, programme, measure, touchpoint, unit, served_by AS "servedBy", opened_at AS "openedAt", opened_day::text AS "openedDay", looked_at AS "lookedAt", ended_at AS "endedAt", ended,
  raised, latest, acknowledged_by AS "acknowledgedBy", acknowledged_name AS "acknowledgedName", acknowledged_at AS "acknowledgedAt", note`;
const position = z.tuple([z.iso.datetime(), z.uuid()]);

@Injectable()
export class SignalsStore {
  constructor(@Inject(READ_POOL) private readonly read: pg.Pool, @Inject(PG_POOL) private readonly pool: pg.Pool) {}

  /** The newest first, one more than the page holds. @param units null: all @param kinds those that may be told */
  async list({ touchpoint, programme, state, from, to, limit, cursor }: SignalsQuery, units: readonly string[] | null, kinds: readonly SignalKind[]): Promise<{ rows: SignalRow[]; open: number }> {
    const after = cursor === undefined ? null : decodeCursor(position, cursor);
    const where = `kind = ANY ($1::text[]) AND ($2::text[] IS NULL OR unit = ANY ($2)) AND ($3::text[] IS NULL OR touchpoint = ANY ($3)) AND ($4::text IS NULL OR programme = $4)
      AND ($5::date IS NULL OR opened_day >= $5) AND ($6::date IS NULL OR opened_day < $6)`;
    const values = [kinds, units, touchpoint ?? null, programme ?? null, from ?? null, to ?? null];
    const [{ rows }, { rows: [count] }] = await Promise.all([
      this.read.query<SignalRow>(`SELECT ${COLUMNS} FROM signal WHERE ${where} AND ($7::text IS NULL OR (ended_at IS NULL) = ($7 = 'open')) AND ($8::timestamptz IS NULL OR (opened_at, id) < ($8, $9::uuid))
        ORDER BY opened_at DESC, id DESC LIMIT $10`, [...values, state ?? null, after?.[0] ?? null, after?.[1] ?? null, limit + 1]),
      this.read.query<{ open: number }>(`SELECT count(*)::int AS open FROM signal WHERE ${where} AND ended_at IS NULL`, values),
    ]);
    return { rows, open: count?.open ?? 0 };
  }

  async one(id: string): Promise<SignalRow | undefined> {
    return (await this.read.query<SignalRow>(`SELECT ${COLUMNS} FROM signal WHERE id = $1`, [id])).rows[0];
  }

  async history(id: string): Promise<HistoryRow[]> {
    return (await this.read.query<HistoryRow>('SELECT what, at, day::text AS day, by, note, figures FROM signal_history WHERE signal = $1 ORDER BY number', [id])).rows;
  }

  /** The first to take note is kept; what others add stands in the history. */
  async acknowledge(id: string, { subject, name }: { subject: string; name: string }, note: string): Promise<void> {
    const client = await this.pool.connect();
    try {
      await client.query('BEGIN');
      await client.query(`UPDATE signal SET acknowledged_by = coalesce(acknowledged_by, $2), acknowledged_name = coalesce(acknowledged_name, $3), acknowledged_at = coalesce(acknowledged_at, now()), note = coalesce(note, $4) WHERE id = $1`, [id, subject, name, note]);
      await noteHistory(client, id, { what: 'acknowledged', at: new Date(), by: name, note });
      await client.query('COMMIT');
    } catch (error) {
      await client.query('ROLLBACK');
      throw error;
    } finally {
      client.release();
    }
  }
}
