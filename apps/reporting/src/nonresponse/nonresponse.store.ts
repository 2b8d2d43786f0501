import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { READ_POOL } from '../read-pool.ts';
import { byValue, inOrder } from '../single-answers/by-value.ts';
import { binding, within, type Bind, type Scope } from '../single-answers/scope.ts';
import type { Counted } from './compare.ts';
import { EXPRESSIONS, type Dimension } from './dimensions.ts';

/** How the invitations of one unit and channel went, by how people were selected; answers are those that count. */
export interface CohortRow {
  unit: string;
  channel: string;
  selection: string | null;
  invited: number;
  bounced: number;
  delivered: number;
  answered: number;
  promoters: number;
  passives: number;
  detractors: number;
}

const REACHED = 'i.delivered AND i.matured';

@Injectable()
export class NonresponseStore {
  constructor(@Inject(READ_POOL) private readonly pool: pg.Pool) {}

  async cohort(scope: Scope, measure: string): Promise<CohortRow[]> {
    const { values, bind } = binding();
    const segment = (name: string): string => `count(*) FILTER (WHERE ${REACHED} AND i.answered AND a.segment = '${name}')::float8 AS ${name}s`;
    const { rows } = await this.pool.query<CohortRow>(
      `SELECT i.unit, i.channel, i.selection, count(*)::float8 AS invited, count(*) FILTER (WHERE i.bounced)::float8 AS bounced, count(*) FILTER (WHERE ${REACHED})::float8 AS delivered,
         count(*) FILTER (WHERE ${REACHED} AND i.answered)::float8 AS answered, ${['promoter', 'passive', 'detractor'].map(segment).join(', ')}
       FROM invitation i LEFT JOIN answer a ON a.invitation = i.id AND NOT a.excluded
       WHERE i.counted AND i.measure = ${bind(measure)} AND ${within(scope, bind, 'i')} GROUP BY i.unit, i.channel, i.selection`, values);
    return rows;
  }

  /** Those who were reached and whose time is over, by each value of each kind. */
  async counts(scope: Scope, measure: string, dimensions: readonly Dimension[]): Promise<{ counted: Counted[]; values: Map<string, number> }> {
    const { values: bound, bind } = binding();
    const statement = byValue({
      columns: ['i.answered'], from: `(${joined(scope, measure, dimensions, bind)}) AS i`, values: dimensions.map((dimension) => [dimension, EXPRESSIONS[dimension]]),
      counts: ['count(*)::float8 AS delivered', 'count(*) FILTER (WHERE answered)::float8 AS answering'],
    });
    const found = inOrder((await this.pool.query<Counted & { answering: number; values: number; place: string }>(statement, bound)).rows, dimensions);
    return { counted: found.rows.map(({ by, value, delivered, answering: answered }) => ({ by, value, delivered, answered })), values: found.values };
  }
}

/** Invitations with what is known of the interaction and the person, as far as it is asked for. */
function joined(scope: Scope, measure: string, dimensions: readonly Dimension[], bind: Bind): string {
  const worth = dimensions.includes('value');
  const tenure = dimensions.includes('tenure');
  const columns = [
    'i.*', ...(worth ? ['CASE WHEN d.value IS NOT NULL THEN ntile(4) OVER (PARTITION BY d.value IS NULL, d.currency ORDER BY d.value) END AS quarter'] : []), ...(tenure ? ['p.since'] : []),
  ];
  return `SELECT ${columns.join(', ')} FROM invitation i ${worth || tenure ? 'LEFT JOIN decision d ON d.invitation = i.id' : ''} ${tenure ? 'LEFT JOIN person p ON p.person = d.person' : ''}
    WHERE i.counted AND i.measure = ${bind(measure)} AND ${REACHED} AND ${within(scope, bind, 'i')}`;
}
