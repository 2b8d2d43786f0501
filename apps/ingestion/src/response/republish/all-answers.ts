import { MoreThan, type EntityManager } from 'typeorm';
import type { Answer } from '../answer.ts';
import { answerOf, ResponseEntity } from '../response.entity.ts';

const PAGE = 1000;

/** Every answer there is, in the order of ids, a page at a time. */
export async function* allAnswers(tx: EntityManager): AsyncIterable<Answer> {
  for (let after = ''; ;) {
    const rows = await tx.find(ResponseEntity, { where: { id: MoreThan(after) }, order: { id: 'ASC' }, take: PAGE });
    for (const row of rows) yield answerOf(row);
    if (rows.length < PAGE) return;
    after = rows.at(-1)!.id;
  }
}
