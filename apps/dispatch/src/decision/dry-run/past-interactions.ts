import type { Outcome } from '@candor/contracts';
import type { DataSource, QueryRunner } from 'typeorm';
import type { Facts } from '../../person/person.ts';
import type { StoredInteraction } from '../decision.entity.ts';

/** An interaction of the past and how it stands. */
export interface PastInteraction {
  source: string;
  event_id: string;
  person: string;
  /** null: erased. */
  customer_id: string | null;
  touchpoint: string;
  unit: string;
  occurred_at: Date;
  accepted_at: Date;
  interaction: StoredInteraction;
  outcome: Outcome;
  reason_code: string;
  facts: Facts;
}
export interface PastWanted {
  /** With the time from event to question of each. */
  touchpoints: ReadonlyMap<string, number>;
  units: readonly string[] | null;
  /** People of one firm follow each other too, since they take turns. */
  byAccount: boolean;
  from: Date;
  to: Date;
}

const PORTION = 500;
const READ = `
  DECLARE past NO SCROLL CURSOR FOR
  SELECT d.source, d.event_id, d.person, d.customer_id, d.touchpoint, d.unit, d.occurred_at, d.accepted_at, d.interaction, d.outcome, d.reason_code, p.facts
  FROM decision d JOIN unnest($1::text[], $2::float8[]) AS t(touchpoint, delay) ON t.touchpoint = d.touchpoint JOIN person p ON p.id = d.person
  WHERE d.occurred_at >= $3 AND d.occurred_at < $4 AND ($5::text[] IS NULL OR d.unit = ANY ($5))
  ORDER BY CASE WHEN $6 THEN p.facts #>> '{account,value,id}' END, CASE WHEN $6 AND p.facts #>> '{account,value,id}' IS NOT NULL THEN '' ELSE d.person::text END, d.occurred_at + t.delay * interval '1 millisecond', d.id`;

/** Person by person, or firm by firm, each in the order in which they fell due, however many there are: read by portions of one moment. `query` is for what belongs to a portion. */
export async function* pastInteractions(dataSource: DataSource, { touchpoints, units, byAccount, from, to }: PastWanted): AsyncGenerator<{ portion: PastInteraction[]; query: QueryRunner }> {
  const query = dataSource.createQueryRunner();
  try {
    await query.startTransaction('REPEATABLE READ');
    await query.query('SET TRANSACTION READ ONLY');
    await query.query(READ, [[...touchpoints.keys()], [...touchpoints.values()], from, to, units, byAccount]);
    for (;;) {
      const portion: PastInteraction[] = await query.query(`FETCH ${PORTION} FROM past`);
      if (portion.length === 0) return;
      yield { portion, query };
    }
  } finally {
    if (query.isTransactionActive) await query.rollbackTransaction();
    await query.release();
  }
}
