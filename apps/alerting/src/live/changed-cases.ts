import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { CaseEntity } from '../case/case.entity.ts';

/** What of the database had been committed: PostgreSQL's own `xmin:xmax:running`. Unlike a sequence it misses nothing that commits late. */
export const position = z.string().max(10_000).regex(/^\d+:\d+:(\d+(,\d+)*)?$/);
export type Position = z.infer<typeof position>;

export interface Changes {
  readonly rows: CaseEntity[];
  readonly to: Position;
  /** There were more than can be sent one by one: whoever reads should read the list again. */
  readonly tooMany: boolean;
}

const MOST = 500;

@Injectable()
export class ChangedCases {
  constructor(private readonly dataSource: DataSource) {}

  async here(): Promise<Position> {
    const [row] = (await this.dataSource.query('SELECT pg_current_snapshot()::text AS position')) as [{ position: string }];
    return row.position;
  }

  /** The tasks that show something new since `from`, each once as it is now. */
  async since(from: Position): Promise<Changes> {
    return this.dataSource.transaction('REPEATABLE READ', async (tx) => {
      const [{ to }] = (await tx.query('SELECT pg_current_snapshot()::text AS to')) as [{ to: string }];
      const found = await tx
        .createQueryBuilder(CaseEntity, 'c')
        // The first condition lets the index find them; the second is exact.
        .where('c.changed_xid >= pg_snapshot_xmin(:from::pg_snapshot)::text::bigint AND NOT pg_visible_in_snapshot(c.changed_xid::text::xid8, :from::pg_snapshot)', { from })
        .orderBy('c.changed_xid')
        .addOrderBy('c.id')
        .limit(MOST + 1)
        .getMany();
      return { rows: found.slice(0, MOST), to, tooMany: found.length > MOST };
    });
  }
}
