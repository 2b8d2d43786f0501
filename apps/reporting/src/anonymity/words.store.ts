import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { READ_POOL } from '../read-pool.ts';
import type { Window } from '../scores/period.ts';

export interface Words {
  comment: string;
  language: string | null;
  touchpoint: string;
  unit: string;
  /** Of the batch. */
  day: string;
}

export interface WordsWanted {
  programme: string;
  touchpoints: readonly string[] | null;
  units: readonly string[] | null;
  window: Window;
  /** The place behind which the page begins. */
  after: readonly [day: string, place: string] | null;
  limit: number;
}

/** The order within a day tells nothing: batches are known by numbers that cannot be guessed. */
const PLACE = 'md5(b.id::text || a.id)';

const READ = `SELECT w.comment, w.words_language AS language, b.touchpoint, b.unit, to_char(b.day, 'YYYY-MM-DD') AS day, ${PLACE} AS place
  FROM anonymous_batch b JOIN anonymous_answer a ON a.batch = b.id JOIN answer w ON w.id = a.id
  WHERE b.programme = $1 AND ($2::text[] IS NULL OR b.touchpoint = ANY($2)) AND ($3::text[] IS NULL OR b.unit = ANY($3)) AND ($4::date IS NULL OR b.day >= $4) AND ($5::date IS NULL OR b.day < $5)
    AND a.counted AND w.comment IS NOT NULL AND ($6::date IS NULL OR (b.day, ${PLACE}) < ($6::date, $7)) ORDER BY b.day DESC, ${PLACE} DESC LIMIT $8`;

/** Reads what was written in answers of anonymous programmes, once they are published. */
@Injectable()
export class WordsStore {
  constructor(@Inject(READ_POOL) private readonly pool: pg.Pool) {}

  async words({ programme, touchpoints, units, window: { from, to }, after, limit }: WordsWanted): Promise<(Words & { place: string })[]> {
    return (await this.pool.query<Words & { place: string }>(READ, [programme, touchpoints, units, from, to, after?.[0] ?? null, after?.[1] ?? null, limit])).rows;
  }
}
