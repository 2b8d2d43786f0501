import { MoreThan, type EntityManager, type EntityTarget, type FindOptionsWhere } from 'typeorm';

/** All rows of a table in the order of their ids, `size` at a time: each page is looked up behind the last id, so the thousandth costs as much as the first. */
export async function* pagesById<E extends { id: string }>(tx: EntityManager, entity: EntityTarget<E>, size: number): AsyncGenerator<E[]> {
  for (let after: string | undefined; ;) {
    const where = (after === undefined ? {} : { id: MoreThan(after) }) as FindOptionsWhere<E>;
    const rows = await tx.find(entity, { where, order: { id: 'ASC' } as never, take: size });
    if (rows.length > 0) yield rows;
    if (rows.length < size) return;
    after = rows.at(-1)!.id;
  }
}
