import { decodeCursor, encodeCursor } from '@candor/http';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { ResponseEntity } from '../response.entity.ts';
import { select, type Selection } from './answers-query.ts';
import { latestPosition } from './query.ts';

/**
 * The newest answers first, from where a cursor says. When an answer was given never changes, so pages neither repeat nor lose one; what is
 * recorded meanwhile with an earlier time shows when the list is read anew. Erased ones have nothing to read.
 * @throws Problem 400 naming `cursor`
 */
export async function readLatest(db: EntityManager, selection: Selection, cursor: string | undefined, limit: number): Promise<{ rows: ResponseEntity[]; next: string | null }> {
  const rows = await latest(db, selection, cursor).orderBy('r.answered_at', 'DESC').addOrderBy('r.id', 'DESC').limit(limit + 1).getMany();
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { rows: shown, next: rows.length > limit && last ? encodeCursor([last.answeredAt.toISOString(), last.id]) : null };
}

/** How many there are from there on. @throws Problem 400 naming `cursor` */
export const countLatest = (db: EntityManager, selection: Selection, cursor: string | undefined): Promise<number> => latest(db, selection, cursor).getCount();

function latest(db: EntityManager, selection: Selection, cursor: string | undefined): SelectQueryBuilder<ResponseEntity> {
  const query = db.createQueryBuilder(ResponseEntity, 'r').where(`r.state <> 'erased'`);
  if (cursor) {
    const [at, id] = decodeCursor(latestPosition, cursor);
    query.andWhere('(r.answered_at, r.id) < (:at, :id)', { at, id });
  }
  return select(query, selection);
}
