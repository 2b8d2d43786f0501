import { decodeCursor } from '@candor/http';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { ResponseEntity } from '../response.entity.ts';
import { select, type Selection } from './answers-query.ts';
import { position, type ListQuery } from './query.ts';

const BEGINNING = '0';

/** The change after which a list begins. @throws Problem 400 naming the parameter */
export function placeOf({ updatedAfter, cursor }: ListQuery): string {
  const given = updatedAfter ?? cursor;
  return given ? decodeCursor(position, given, cursor ? 'cursor' : 'updatedAfter') : BEGINNING;
}

/** Answers in the order of their last change, after a place in it. */
export const readChanges = (db: EntityManager, selection: Selection, after: string, limit: number): Promise<ResponseEntity[]> =>
  changes(db, selection, after).orderBy('r.change').limit(limit).getMany();

export const countChanges = (db: EntityManager, selection: Selection, after: string): Promise<number> => changes(db, selection, after).getCount();

const changes = (db: EntityManager, selection: Selection, after: string): SelectQueryBuilder<ResponseEntity> =>
  select(db.createQueryBuilder(ResponseEntity, 'r').where('r.change > :after', { after }), selection);
