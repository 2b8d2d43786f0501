import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { READ_POOL } from '../read-pool.ts';
import { byValue, inOrder } from '../single-answers/by-value.ts';
import { binding, within, type Scope } from '../single-answers/scope.ts';
import { EXPRESSIONS, type Dimension } from './dimensions.ts';
import type { Counted, Tally } from './drivers.ts';
import type { Comment } from './words.ts';

/** Above so many answers a part of them is looked at, drawn by their ids: it tells as much (a share to half a point), and takes as long as people wait. */
export const MOST_ANSWERS = 50_000;
/** Words are sought in the newest comments, so many of them: it takes time for each. */
export const MOST_COMMENTS = 20_000;
/** So many letters of each. */
const COMMENT_LENGTH = 2000;
/** Comments that are held at a time; between portions others are served. */
const PORTION = 1000;

/**
 * Three counters in one number, 21 bits each: one sum of integers takes a third of the time of counting by three conditions on text. Enough for 2,097,151 answers, and no more than `FITTING` are looked at.
 */
const BITS = 21n;
const CODE = `CASE a.segment WHEN 'promoter' THEN ${1n << (2n * BITS)} WHEN 'passive' THEN ${1n << BITS} ELSE 1 END`;
const FITTING = 1_000_000;
const only = (counter: bigint): number => Number(counter & ((1n << BITS) - 1n));
const tallyOf = (code: string | null): Tally => {
  const sum = BigInt(code ?? 0);
  return { promoters: only(sum >> (2n * BITS)), passives: only(sum >> BITS), detractors: only(sum) };
};

/** Answers, and of how many of a thousand; null: of all. */
export interface Looked {
  scope: Scope;
  measure: string;
  part: number | null;
}
export interface Counts {
  all: Tally;
  counted: Counted[];
  /** How many values each kind has. */
  values: Map<string, number>;
}

@Injectable()
export class DriversStore {
  constructor(@Inject(READ_POOL) private readonly pool: pg.Pool) {}

  /** All answers, and by each value of each kind: read once. */
  async counts(looked: Looked, dimensions: readonly Dimension[]): Promise<Counts> {
    const { values: bound, bind } = binding();
    const joins = [
      ...(dimensions.includes('delay') ? ['LEFT JOIN decision d ON d.invitation = a.invitation'] : []), ...(dimensions.includes('tenure') ? ['LEFT JOIN person p ON p.person = a.person'] : []),
    ].join(' ');
    const statement = byValue({ columns: [`${CODE} AS code`], from: `answer a ${joins} WHERE ${counting(looked, bind)}`, values: dimensions.map((dimension) => [dimension, EXPRESSIONS[dimension]]), counts: ['sum(code) AS code'], all: true });
    const { rows } = await this.pool.query<{ by: string; value: string; code: string | null; frequency: string; values: number; place: string }>(statement, bound);
    const all = rows.find(({ by }) => by === '')!;
    // The part follows from the figures: where these are far behind the answers, as while they are built anew, it follows from what was found.
    if (Number(all.frequency) > FITTING) return this.counts({ ...looked, part: partOf(Number(all.frequency)) }, dimensions);
    const found = inOrder(rows.filter(({ by }) => by !== ''), dimensions);
    return { all: tallyOf(all.code), counted: found.rows.map(({ by, value, code }) => ({ by, value, ...tallyOf(code) })), values: found.values };
  }

  /** The newest comments, a portion at a time. */
  async *comments(looked: Looked): AsyncGenerator<Comment[]> {
    const { values, bind } = binding();
    const text = `SELECT left(a.comment, ${COMMENT_LENGTH}) AS comment, coalesce(a.words_language, a.language) AS language, a.segment FROM answer a
       WHERE a.comment IS NOT NULL AND a.comment <> '' AND ${counting(looked, bind)} ORDER BY a.day DESC, a.id DESC LIMIT ${MOST_COMMENTS}`;
    const client = await this.pool.connect();
    try {
      await client.query('BEGIN READ ONLY');
      await client.query(`DECLARE newest NO SCROLL CURSOR FOR ${text}`, values);
      for (;;) {
        const { rows } = await client.query<Comment>(`FETCH FORWARD ${PORTION} FROM newest`);
        if (rows.length > 0) yield rows;
        if (rows.length < PORTION) return;
      }
    } finally {
      const broken = await client.query('ROLLBACK').then(() => false, () => true);
      client.release(broken);
    }
  }
}

const LEAST_HASH = -(2 ** 31);

/** How many of a thousand answers are looked at; null: all. */
export const partOf = (answers: number): number | null => (answers > MOST_ANSWERS ? Math.max(1, Math.floor((1000 * MOST_ANSWERS) / answers)) : null);

function counting({ scope, measure, part }: Looked, bind: (value: unknown) => string): string {
  // A range of all that a hash can be, which the planner takes for few rows: it then looks decisions and persons up, of which there are many more.
  const drawn = part === null ? '' : ` AND hashtext(a.id) BETWEEN ${LEAST_HASH} AND ${bind(LEAST_HASH + Math.floor((part / 1000) * 2 ** 32))}::int`;
  return `${within(scope, bind, 'a')} AND a.measure = ${bind(measure)} AND NOT a.excluded AND a.segment IS NOT NULL${drawn}`;
}
