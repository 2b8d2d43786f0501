import { pagesById } from '@candor/database';
import type { EntityManager } from 'typeorm';
import type { Answer } from '../answer.ts';
import { answerOf, ResponseEntity } from '../response.entity.ts';

const PAGE = 1000;

/** Every answer there is, in the order of ids, a page at a time. */
export async function* allAnswers(tx: EntityManager): AsyncIterable<Answer> {
  for await (const rows of pagesById(tx, ResponseEntity, PAGE)) yield* rows.map(answerOf);
}
