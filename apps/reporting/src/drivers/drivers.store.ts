import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { READ_POOL } from '../read-pool.ts';
import { binding, within, type Scope } from '../single-answers/scope.ts';
import { EXPRESSIONS, type Dimension } from './dimensions.ts';
import type { Counted, Tally } from './drivers.ts';
import type { Comment } from './words.ts';

/** Of a kind with more values than these the most frequent ones. */
export const MOST_VALUES = 30;
/** Words are sought in the newest comments, so many of them: it takes time for each. */
const MOST_COMMENTS = 20_000;
/** So many letters of each. */
const COMMENT_LENGTH = 2000;

const TALLY = `count(*) FILTER (WHERE a.segment = 'promoter')::float8 AS promoters, count(*) FILTER (WHERE a.segment = 'passive')::float8 AS passives,
  count(*) FILTER (WHERE a.segment = 'detractor')::float8 AS detractors`;

@Injectable()
export class DriversStore {
  constructor(@Inject(READ_POOL) private readonly pool: pg.Pool) {}

  async all(scope: Scope, measure: string): Promise<Tally> {
    const { values, bind } = binding();
    const { rows } = await this.pool.query<Tally>(`SELECT ${TALLY} FROM answer a WHERE ${counting(scope, measure, bind)}`, values);
    return rows[0]!;
  }

  /** Answers by each value of each kind, and how many values each has. */
  async counts(scope: Scope, measure: string, dimensions: readonly Dimension[]): Promise<{ counted: Counted[]; values: Map<string, number> }> {
    if (dimensions.length === 0) return { counted: [], values: new Map() };
    const { values, bind } = binding();
    const joins = [
      ...(dimensions.includes('delay') ? ['LEFT JOIN decision d ON d.invitation = a.invitation'] : []), ...(dimensions.includes('tenure') ? ['LEFT JOIN person p ON p.person = a.person'] : []),
    ].join(' ');
    const each = dimensions.map((dimension) => `('${dimension}', (${EXPRESSIONS[dimension]}) COLLATE "C")`).join(', ');
    const { rows } = await this.pool.query<Counted & { values: number }>(
      `SELECT * FROM (
         SELECT v.by, v.value, ${TALLY}, (count(*) OVER (PARTITION BY v.by))::float8 AS values, row_number() OVER (PARTITION BY v.by ORDER BY count(*) DESC, v.value) AS place
         FROM answer a ${joins} CROSS JOIN LATERAL (VALUES ${each}) AS v(by, value)
         WHERE v.value IS NOT NULL AND ${counting(scope, measure, bind)} GROUP BY v.by, v.value) AS t
       WHERE place <= ${MOST_VALUES} ORDER BY array_position(${bind(dimensions)}::text[], by), place`, values);
    return {
      counted: rows.map(({ by, value, promoters, passives, detractors }) => ({ by, value, promoters, passives, detractors })),
      values: new Map(rows.map((row) => [row.by, row.values])),
    };
  }

  /** The newest comments. */
  async comments(scope: Scope, measure: string): Promise<Comment[]> {
    const { values, bind } = binding();
    const { rows } = await this.pool.query<Comment>(
      `SELECT left(a.comment, ${COMMENT_LENGTH}) AS comment, coalesce(a.words_language, a.language) AS language, a.segment FROM answer a
       WHERE a.comment IS NOT NULL AND a.comment <> '' AND ${counting(scope, measure, bind)} ORDER BY a.day DESC, a.id DESC LIMIT ${MOST_COMMENTS}`, values);
    return rows;
  }
}

const counting = (scope: Scope, measure: string, bind: (value: unknown) => string): string =>
  `${within(scope, bind, 'a')} AND a.measure = ${bind(measure)} AND NOT a.excluded AND a.segment IS NOT NULL`;
