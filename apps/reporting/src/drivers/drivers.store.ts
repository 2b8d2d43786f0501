import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { READ_POOL } from '../read-pool.ts';
import { byValue, inOrder } from '../single-answers/by-value.ts';
import { binding, within, type Scope } from '../single-answers/scope.ts';
import { EXPRESSIONS, type Dimension } from './dimensions.ts';
import type { Counted, Tally } from './drivers.ts';
import type { Comment } from './words.ts';

/** Above so many answers a part of them is looked at, drawn by their ids: it tells as much, and takes as long as people wait. */
export const MOST_ANSWERS = 250_000;
/** Words are sought in the newest comments, so many of them: it takes time for each. */
const MOST_COMMENTS = 20_000;
/** So many letters of each. */
const COMMENT_LENGTH = 2000;

const TALLY = ['promoter', 'passive', 'detractor'].map((segment) => `count(*) FILTER (WHERE segment = '${segment}')::float8 AS ${segment}s`);

/** Answers, and of how many of a thousand; null: of all. */
interface Looked {
  scope: Scope;
  measure: string;
  part: number | null;
}

@Injectable()
export class DriversStore {
  constructor(@Inject(READ_POOL) private readonly pool: pg.Pool) {}

  async all(looked: Looked): Promise<Tally> {
    const { values, bind } = binding();
    const { rows } = await this.pool.query<Tally>(`SELECT ${TALLY.join(', ')} FROM answer a WHERE ${counting(looked, bind)}`, values);
    return rows[0]!;
  }

  /** Answers by each value of each kind, and how many values each has. */
  async counts(looked: Looked, dimensions: readonly Dimension[]): Promise<{ counted: Counted[]; values: Map<string, number> }> {
    if (dimensions.length === 0) return { counted: [], values: new Map() };
    const { values: bound, bind } = binding();
    const joins = [
      ...(dimensions.includes('delay') ? ['LEFT JOIN decision d ON d.invitation = a.invitation'] : []), ...(dimensions.includes('tenure') ? ['LEFT JOIN person p ON p.person = a.person'] : []),
    ].join(' ');
    const statement = byValue({ columns: ['a.segment AS segment_given'], from: `answer a ${joins} WHERE ${counting(looked, bind)}`, values: dimensions.map((dimension) => [dimension, EXPRESSIONS[dimension]]), counts: TALLY.map((count) => count.replace('segment =', 'segment_given =')) });
    const found = inOrder((await this.pool.query<Counted & { values: number; place: string }>(statement, bound)).rows, dimensions);
    return { counted: found.rows.map(({ by, value, promoters, passives, detractors }) => ({ by, value, promoters, passives, detractors })), values: found.values };
  }

  /** The newest comments. */
  async comments(looked: Looked): Promise<Comment[]> {
    const { values, bind } = binding();
    const { rows } = await this.pool.query<Comment>(
      `SELECT left(a.comment, ${COMMENT_LENGTH}) AS comment, coalesce(a.words_language, a.language) AS language, a.segment FROM answer a
       WHERE a.comment IS NOT NULL AND a.comment <> '' AND ${counting(looked, bind)} ORDER BY a.day DESC, a.id DESC LIMIT ${MOST_COMMENTS}`, values);
    return rows;
  }
}

function counting({ scope, measure, part }: Looked, bind: (value: unknown) => string): string {
  const drawn = part === null ? '' : ` AND mod(abs(hashtext(a.id)::bigint), 1000) < ${bind(part)}`;
  return `${within(scope, bind, 'a')} AND a.measure = ${bind(measure)} AND NOT a.excluded AND a.segment IS NOT NULL${drawn}`;
}
