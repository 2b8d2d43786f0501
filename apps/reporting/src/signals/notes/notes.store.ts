import { PG_POOL } from '@candor/database';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import type { NoteBody, NotesQuery, NoteView } from './note.ts';

type Row = Omit<NoteView, 'changedAt'> & { changedAt: Date };
const COLUMNS = 'id, day::text AS day, text, kind, unit, touchpoint, programme, by, by_name AS name, changed_at AS "changedAt"';
const view = ({ changedAt, ...row }: Row): NoteView => ({ ...row, changedAt: changedAt.toISOString() });
/** More would not fit on any time line. */
const MOST = 1000;

@Injectable()
export class NotesStore {
  constructor(@Inject(PG_POOL) private readonly pool: pg.Pool) {}

  /** By day. @param units those whose notes are wanted, beside the notes of everywhere; null: all */
  async list({ from, to, kind, touchpoint, programme }: NotesQuery, units: readonly string[] | null): Promise<NoteView[]> {
    const { rows } = await this.pool.query<Row>(`SELECT ${COLUMNS} FROM time_note WHERE ($1::date IS NULL OR day >= $1) AND ($2::date IS NULL OR day < $2) AND ($3::text IS NULL OR kind = $3)
      AND ($4::text[] IS NULL OR touchpoint IS NULL OR touchpoint = ANY ($4)) AND ($5::text IS NULL OR programme IS NULL OR programme = $5) AND ($6::text[] IS NULL OR unit IS NULL OR unit = ANY ($6))
      ORDER BY day, id LIMIT ${MOST}`, [from ?? null, to ?? null, kind ?? null, touchpoint ?? null, programme ?? null, units]);
    return rows.map(view);
  }

  async one(id: string): Promise<NoteView | undefined> {
    const { rows: [row] } = await this.pool.query<Row>(`SELECT ${COLUMNS} FROM time_note WHERE id = $1`, [id]);
    return row && view(row);
  }

  async put(id: string, { day, text, kind, unit, touchpoint, programme }: NoteBody, { subject, name }: { subject: string; name: string }): Promise<NoteView> {
    const { rows } = await this.pool.query<Row>(`INSERT INTO time_note (id, day, text, kind, unit, touchpoint, programme, by, by_name) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
      ON CONFLICT (id) DO UPDATE SET day = excluded.day, text = excluded.text, kind = excluded.kind, unit = excluded.unit, touchpoint = excluded.touchpoint, programme = excluded.programme,
        by = excluded.by, by_name = excluded.by_name, changed_at = now() RETURNING ${COLUMNS}`, [id, day, text, kind, unit, touchpoint, programme, subject, name]);
    return view(rows[0]!);
  }

  async remove(id: string): Promise<void> {
    await this.pool.query('DELETE FROM time_note WHERE id = $1', [id]);
  }
}
