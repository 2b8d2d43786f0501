import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { READ_POOL } from '../read-pool.ts';
import type { Window } from '../scores/period.ts';
import type { Grouping } from '../scores/request.ts';
import { ALL_UNITS } from '../score-cells/tables.ts';
import type { Source } from '../scores/selection.ts';

export interface OutcomeRow {
  touchpoint?: string;
  unit?: string;
  outcome: string;
  n: number;
}

export interface OutcomesAsked {
  programme: string;
  touchpoints: readonly string[] | null;
  source: Source;
  window: Window;
  groupBy: readonly Grouping[];
}

/** Counts decisions by outcome, on the local day of the interaction. */
@Injectable()
export class FunnelStore {
  constructor(@Inject(READ_POOL) private readonly pool: pg.Pool) {}

  async outcomes({ programme, touchpoints, source, window: { from, to }, groupBy }: OutcomesAsked): Promise<OutcomeRow[]> {
    const everything = source.units === null || source.units[0] === ALL_UNITS;
    const units = everything ? null : source.units;
    const keys = (['unit', 'touchpoint'] as const).filter((group) => groupBy.includes(group));
    const label = units ? 'm.label' : 'd.unit';
    const shown = keys.map((key) => `${key === 'unit' ? label : 'd.touchpoint'} AS ${key}, `).join('');
    const { rows } = await this.pool.query<OutcomeRow>(
      `SELECT ${shown} d.outcome, sum(d.n)::float8 AS n
       FROM decision_day d ${units ? 'JOIN unnest($5::text[], $6::text[]) AS m(label, member) ON m.member = d.unit' : ''}
       WHERE d.programme = $1 AND ($2::text[] IS NULL OR d.touchpoint = ANY($2)) AND ($3::date IS NULL OR d.day >= $3) AND ($4::date IS NULL OR d.day < $4)
       GROUP BY ${[...keys, 'outcome'].map((_, i) => i + 1).join(', ')} ORDER BY ${[...keys, 'outcome'].map((_, i) => i + 1).join(', ')}`,
      [programme, touchpoints, from, to, ...(units ? [source.labels ?? units, units] : [])],
    );
    return rows;
  }
}
