import type { EntityManager, FindOperator } from 'typeorm';
import { pagesById } from './pages.ts';

interface Row { id: string }

/** Gives rows as `find` does, and counts how often it is asked. */
function tableOf(ids: readonly string[]): { tx: EntityManager; asked: () => number } {
  let asked = 0;
  const find = (_entity: unknown, { where, take }: { where: { id?: FindOperator<string> }; take: number }): Promise<Row[]> => {
    asked += 1;
    const after = where.id?.value ?? '';
    return Promise.resolve(ids.filter((id) => id > after).slice(0, take).map((id) => ({ id })));
  };
  return { tx: { find } as unknown as EntityManager, asked: () => asked };
}

async function read(ids: readonly string[], size: number): Promise<{ pages: string[][]; asked: number }> {
  const { tx, asked } = tableOf(ids);
  const pages: string[][] = [];
  for await (const rows of pagesById<Row>(tx, 'row', size)) pages.push(rows.map(({ id }) => id));
  return { pages, asked: asked() };
}

it('gives every row once, in pages', async () => {
  expect(await read(['a', 'b', 'c', 'd', 'e'], 2)).toEqual({ pages: [['a', 'b'], ['c', 'd'], ['e']], asked: 3 });
});

it('gives no empty page, neither of an empty table nor after a last page that was full', async () => {
  expect(await read([], 2)).toEqual({ pages: [], asked: 1 });
  expect(await read(['a', 'b'], 2)).toEqual({ pages: [['a', 'b']], asked: 2 });
});
