import { Injectable } from '@nestjs/common';
import type pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { placeKey, watchedAs, type Family, type Place, type SignalKind } from './place.ts';
import type { End } from './watch.ts';
import type { Why } from './why.ts';

/** What was remembered of a place. */
export interface Watched<S> {
  place: Place;
  state: S;
  signal: string | null;
  acknowledged: boolean;
}

export interface Outcome {
  readonly place: Place;
  readonly kind: SignalKind | null;
  readonly said: 'raised' | 'going-on' | End | null;
  /** null: nothing needs to be remembered. */
  readonly state: object | null;
  readonly why: Why | null;
  /** Whether this look has its place in the history: one a week does. */
  readonly noted: boolean;
}

const PLACE = ['programme', 'measure', 'touchpoint', 'unit', 'served_by'] as const;
const ofPlace = ({ programme, measure, touchpoint, unit, servedBy }: Place): string[] => [programme, measure, touchpoint, unit, servedBy];

/** The state of each watch, and the signals that come of it. All of one look is written in one transaction, that of the caller. */
@Injectable()
export class WatchStore {
  async watched<S>(client: pg.ClientBase, family: string): Promise<Map<string, Watched<S>>> {
    const { rows } = await client.query<Place & Omit<Watched<S>, 'place'>>(`SELECT w.programme, w.measure, w.touchpoint, w.unit, w.served_by AS "servedBy", w.state, w.signal, s.acknowledged_at IS NOT NULL AS acknowledged
      FROM signal_watch w LEFT JOIN signal s ON s.id = w.signal WHERE w.family = $1`, [family]);
    return new Map(rows.map(({ state, signal, acknowledged, ...place }) => [placeKey(place), { place, state, signal, acknowledged }]));
  }

  async keep(client: pg.ClientBase, family: Family, outcomes: readonly Outcome[], known: ReadonlyMap<string, Watched<unknown>>, now: Date, day: string): Promise<void> {
    for (const outcome of outcomes) {
      const held = known.get(placeKey(outcome.place));
      if (outcome.said === null && outcome.state === null && held === undefined) continue;
      const signal = outcome.said === 'raised' ? await this.#raise(client, outcome, now, day) : (held?.signal ?? null);
      if (signal !== null && outcome.said !== 'raised' && outcome.said !== null) await this.#goOn(client, signal, outcome, now, day);
      await this.#remember(client, watchedAs(family, outcome.kind ?? undefined), outcome, outcome.said === 'raised' || outcome.said === 'going-on' ? signal : null);
    }
  }

  async #raise(client: pg.ClientBase, { place, kind, why }: Outcome, now: Date, day: string): Promise<string> {
    const id = uuidv7();
    const figures = JSON.stringify(why);
    await client.query(`INSERT INTO signal (id, kind, ${PLACE.join(', ')}, opened_at, opened_day, looked_at, raised, latest)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $8, $10, $10)`, [id, kind, ...ofPlace(place), now, day, figures]);
    await noteHistory(client, id, { what: 'raised', at: now, day, figures });
    return id;
  }

  async #goOn(client: pg.ClientBase, id: string, { said, why, noted }: Outcome, now: Date, day: string): Promise<void> {
    const figures = why && JSON.stringify(why);
    const ended = said === 'going-on' ? null : said;
    await client.query('UPDATE signal SET looked_at = $2, latest = coalesce($3, latest), ended = $4, ended_at = CASE WHEN $4::text IS NULL THEN NULL ELSE $2::timestamptz END WHERE id = $1', [id, now, figures, ended]);
    if (ended !== null || noted) await noteHistory(client, id, { what: ended ?? 'updated', at: now, day, figures });
  }

  async #remember(client: pg.ClientBase, family: string, { place, state }: Outcome, signal: string | null): Promise<void> {
    const where = [family, ...ofPlace(place)];
    if (state === null) await client.query(`DELETE FROM signal_watch WHERE (family, ${PLACE.join(', ')}) = ($1, $2, $3, $4, $5, $6)`, where);
    else {
      await client.query(`INSERT INTO signal_watch (family, ${PLACE.join(', ')}, state, signal) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
        ON CONFLICT (family, ${PLACE.join(', ')}) DO UPDATE SET state = excluded.state, signal = excluded.signal`, [...where, JSON.stringify(state), signal]);
    }
  }
}

export interface HistoryEntry {
  what: 'raised' | 'updated' | 'acknowledged' | End;
  at: Date;
  day?: string | null;
  by?: string | null;
  note?: string | null;
  figures?: string | null;
}

export async function noteHistory(client: pg.ClientBase | pg.Pool, signal: string, { what, at, day = null, by = null, note = null, figures = null }: HistoryEntry): Promise<void> {
  await client.query(`INSERT INTO signal_history (signal, number, what, at, day, by, note, figures)
    SELECT $1, coalesce(max(number), 0) + 1, $2, $3, $4, $5, $6, $7 FROM signal_history WHERE signal = $1`, [signal, what, at, day, by, note, figures]);
}
