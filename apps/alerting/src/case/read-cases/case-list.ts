import type { CaseStatus } from '@candor/contracts';
import { decodeCursor, encodeCursor } from '@candor/http';
import { Injectable } from '@nestjs/common';
import { DataSource, type SelectQueryBuilder } from 'typeorm';
import { z } from 'zod';
import { CaseEntity } from '../case.entity.ts';

export interface CaseFilter {
  readonly status?: readonly CaseStatus[] | undefined;
  /** Only tasks of these units; null: of all. */
  readonly units: ReadonlySet<string> | null;
  /** A subject, or `none` for tasks that are with nobody. */
  readonly assignee?: string | undefined;
  readonly response?: string | undefined;
}

/** Where a list goes on: after this place, and what of the database had been committed when the last page was read. */
const position = z.tuple([z.string().regex(/^\d+$/), z.uuid(), z.string().regex(/^\d+:\d+:[\d,]*$/)]);

/** More that was committed late than this is not expected between two pages. */
const MOST_LATE = 1000;

/**
 * The tasks, most urgent first, page by page. A task that was committed after a page had been read, at a place before its end, comes at the head of the next
 * page: its transaction is not in the snapshot that the cursor carries. So no task is skipped, at the price that a page may be longer than asked for.
 */
@Injectable()
export class CaseList {
  constructor(private readonly dataSource: DataSource) {}

  async page(filter: CaseFilter, limit: number, cursor: string | undefined): Promise<{ rows: CaseEntity[]; next: string | null }> {
    const after = cursor === undefined ? undefined : decodeCursor(position, cursor);
    return this.dataSource.transaction('REPEATABLE READ', async (tx) => {
      const [{ snapshot }] = (await tx.query('SELECT pg_current_snapshot()::text AS snapshot')) as [{ snapshot: string }];
      const selected = () => this.#selected(tx.createQueryBuilder(CaseEntity, 'c'), filter);
      const late = after ? await this.#late(selected(), after) : [];
      const query = selected();
      if (after) query.andWhere('(c.urgency, c.id) > (:urgency::bigint, :id::uuid)', { urgency: after[0], id: after[1] });
      const found = await query.orderBy('c.urgency').addOrderBy('c.id').limit(limit + 1).getMany();
      const rows = found.slice(0, limit);
      const last = rows.at(-1);
      return { rows: [...late, ...rows], next: found.length > limit && last ? encodeCursor([last.urgency, last.id, snapshot]) : null };
    });
  }

  #late(query: SelectQueryBuilder<CaseEntity>, [urgency, id, snapshot]: z.infer<typeof position>): Promise<CaseEntity[]> {
    return query
      .andWhere('(c.urgency, c.id) <= (:urgency::bigint, :id::uuid)', { urgency, id })
      // The first condition lets the index find them; the second is exact.
      .andWhere('c.placed_xid >= pg_snapshot_xmin(:snapshot::pg_snapshot)::text::bigint AND NOT pg_visible_in_snapshot(c.placed_xid::text::xid8, :snapshot::pg_snapshot)', { snapshot })
      .orderBy('c.urgency').addOrderBy('c.id').limit(MOST_LATE).getMany();
  }

  #selected(query: SelectQueryBuilder<CaseEntity>, { status, units, assignee, response }: CaseFilter): SelectQueryBuilder<CaseEntity> {
    query.where('TRUE');
    if (status) query.andWhere('c.status = ANY (:status)', { status: [...status] });
    if (units) query.andWhere('c.unit = ANY (:units)', { units: [...units] });
    if (assignee === 'none') query.andWhere('c.assignee_id IS NULL');
    else if (assignee !== undefined) query.andWhere('c.assignee_id = :assignee', { assignee });
    if (response !== undefined) query.andWhere('c.response = :response', { response });
    return query;
  }
}
