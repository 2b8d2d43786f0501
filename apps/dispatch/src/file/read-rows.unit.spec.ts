import { Readable } from 'node:stream';
import { Problem } from '@candor/http';
import { CSV, readRows } from './read-rows.ts';

const rowsOf = async (text: string | Buffer): Promise<unknown[]> => {
  const rows: unknown[] = [];
  for await (const row of readRows(CSV, Readable.from([Buffer.from(text)]), ['id', 'name'])) rows.push('value' in row ? row.value : row);
  return rows;
};

test.each([
  ['a quote inside a cell', 'id,name\n1,12" pipe\n2,b\n', [{ id: '1', name: '12" pipe' }, { id: '2', name: 'b' }]],
  ['a mark of byte order, empty lines, and cells of several lines', '\ufeffid,name\r\n\r\n1,"a\r\nb"\r\n', [{ id: '1', name: 'a\r\nb' }]],
])('%s is read', async (_what, text, rows) => expect(await rowsOf(text)).toEqual(rows));

test.each([
  ['with a quote that is never closed', 'id,name\n1,"a\n2,b\n', 'never closed'],
  ['with text behind a closing quote', 'id,name\n1,"a" b\n2,b\n', 'text follows'],
  ['that is no text', `id,\0${'x'.repeat(20)}\n1,a\n`, 'is no column'],
  ['whose row never ends', `id,name\n1,"${'x'.repeat(70_000)}"\n`, 'too long'],
])('a file %s is refused from there on, and nothing of it is repeated', async (_what, text, why) => {
  const problem = await rowsOf(text).catch((error: unknown) => error);
  expect(problem).toBeInstanceOf(Problem);
  const { status, errors } = problem as Problem;
  expect([status, errors?.[0]?.field]).toEqual([400, 'body']);
  expect(errors?.[0]?.message).toContain(why);
  expect(errors?.[0]?.message).not.toMatch(/xxx|"a/);
});
