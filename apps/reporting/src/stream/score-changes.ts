import { PG_POOL } from '@candor/database';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import type { ChangedFigure } from '../score-cells/upsert-cells.ts';

export interface Changes {
  figures: ChangedFigure[];
  /** Everything up to this number has been read. */
  to: bigint;
  asOf: string | null;
  /** There were more than can be told one by one, or the number asked for is of another life of this database. */
  tooMany: boolean;
}

const MOST = 1000;

/** Reads which figures are no longer what they were, each once however often it changed. */
@Injectable()
export class ScoreChanges {
  constructor(@Inject(PG_POOL) private readonly pool: pg.Pool) {}

  async here(): Promise<bigint> {
    const { rows } = await this.pool.query<{ seq: string }>('SELECT seq FROM score_clock');
    return BigInt(rows[0]!.seq);
  }

  async since(from: bigint): Promise<Changes> {
    // One statement, hence one snapshot: whoever sees the clock at a number sees all changes up to it.
    const { rows } = await this.pool.query<{ to: string; as_of: Date | null } & (ChangedFigure | Record<keyof ChangedFigure, null>)>({
      name: 'score-changes',
      text: `SELECT clock.seq AS to, clock.as_of, c.programme, c.measure, c.touchpoint, c.unit FROM score_clock clock
        LEFT JOIN LATERAL (SELECT * FROM score_change WHERE seq > $1 ORDER BY seq LIMIT ${MOST + 1}) c ON true`,
      values: [from],
    });
    const to = BigInt(rows[0]!.to);
    const tooMany = rows.length > MOST || from > to;
    const figures = rows.flatMap(({ programme, measure, touchpoint, unit }) => (programme === null || tooMany ? [] : [{ programme, measure, touchpoint, unit }]));
    return { figures, to, asOf: rows[0]!.as_of?.toISOString() ?? null, tooMany };
  }
}
