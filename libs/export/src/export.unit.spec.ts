import type { Readable } from 'node:stream';
import fc from 'fast-check';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { csv, day, download, flag, parquet, real, text, time, wantedFormat, whole, type ExportColumn } from './index.ts';

interface Row { t: string | null; w: number | null; r: number | null; f: boolean | null; d: string | null; at: string | null }
const columns: ExportColumn<Row>[] = [text('t', (row) => row.t), whole('w', (row) => row.w), real('r', (row) => row.r), flag('f', (row) => row.f), day('d', (row) => row.d), time('at', (row) => row.at)];
const none: Row = { t: null, w: null, r: null, f: null, d: null, at: null };

async function textOf(parts: AsyncIterable<string>): Promise<string> {
  let all = '';
  for await (const part of parts) all += part;
  return all;
}
async function fileOf(parts: AsyncIterable<Uint8Array>): Promise<ArrayBuffer> {
  const all: Uint8Array[] = [];
  for await (const part of parts) all.push(part);
  return new Uint8Array(Buffer.concat(all)).buffer;
}

describe('CSV', () => {
  test('0 and false are written, what is absent is empty', async () => {
    expect(await textOf(csv(columns, [[{ ...none, w: 0, r: -0.5, f: false }], [none]]))).toBe('t,w,r,f,d,at\r\n,0,-0.5,false,,\r\n,,,,,\r\n');
  });
  test('commas, quotes and line breaks stay inside their field', async () => {
    expect(await textOf(csv([text('x', (row: string) => row)], [['a,"b"\nc']]))).toBe('x\r\n"a,""b""\nc"\r\n');
  });
  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '＝1'])('%j is text, not a formula', async (given) => expect(await textOf(csv([text('x', (row: string) => row)], [[given]]))).toBe(`x\r\n'${given}\r\n`));
  test('of nothing has its header', async () => expect(await textOf(csv(columns, []))).toBe('t,w,r,f,d,at\r\n'));
});

describe('Parquet', () => {
  const row: fc.Arbitrary<Row> = fc.record({
    t: fc.option(fc.string({ unit: 'grapheme' })), w: fc.option(fc.integer()), r: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true })), f: fc.option(fc.boolean()),
    d: fc.option(fc.date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10))),
    at: fc.option(fc.date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }).map((date) => date.toISOString())),
  });
  test('gives back every row as it was, null as null and 0 as 0, however they come in portions and groups', async () => {
    await fc.assert(fc.asyncProperty(fc.array(fc.array(row, { maxLength: 7 }), { maxLength: 7 }), fc.integer({ min: 1, max: 9 }), async (portions, rows) => {
      const file = await fileOf(parquet(columns, portions, { rows, characters: 40 }));
      const read = (await parquetReadObjects({ file })) as (Omit<Row, 'd' | 'at'> & { d: Date | null; at: Date | null })[];
      expect(read.map(({ d, at, ...rest }) => ({ ...rest, d: d?.toISOString().slice(0, 10) ?? null, at: at?.toISOString() ?? null }))).toEqual(portions.flat());
    }), { numRuns: 60 });
  });
  test('names and types its columns', async () => {
    const { schema, num_rows } = parquetMetadata(await fileOf(parquet(columns, [[none]])));
    expect(schema.slice(1).map(({ name, type, converted_type }) => [name, type, converted_type])).toEqual([
      ['t', 'BYTE_ARRAY', 'UTF8'], ['w', 'INT32', undefined], ['r', 'DOUBLE', undefined], ['f', 'BOOLEAN', undefined], ['d', 'INT32', 'DATE'], ['at', 'INT64', 'TIMESTAMP_MILLIS'],
    ]);
    expect(num_rows).toBe(1n);
  });
  test('reads no more than a group ahead of whoever takes it', async () => {
    let read = 0;
    function* portions(): Generator<Row[]> {
      for (; read < 10_000; read += 100) yield new Array<Row>(100).fill({ ...none, w: 7 });
    }
    const file = parquet(columns, portions(), { rows: 500, characters: 1e9 });
    for (const groups of [1, 2, 3]) {
      expect((await file.next()).value!.byteLength).toBeGreaterThan(0);
      expect(read).toBeLessThanOrEqual(groups * 500);
    }
  });
});

describe('a download', () => {
  function* portions(): Generator<Row[]> {
    for (;;) yield new Array<Row>(1000).fill({ ...none, t: 'x'.repeat(1000) });
  }
  const open = (rows: Iterable<Row[]>, closed: () => void) => download('csv', 'answers', columns, { total: 4711, portions: rows, close: closed });
  const closing = (body: Readable) => new Promise((resolve) => { body.once('close', () => setImmediate(resolve)); });

  test('says how many rows it will have', () => {
    const { headers, body } = open([], () => undefined);
    expect(headers).toMatchObject({ 'x-total-rows': '4711', 'content-disposition': 'attachment; filename="answers.csv"', 'content-type': 'text/csv; charset=utf-8' });
    body.destroy();
  });
  test.each([
    ['when it is whole', [[none]], async (body: Readable) => { for await (const _ of body) continue; }],
    ['when somebody leaves in the middle', portions(), async (body: Readable) => { for await (const _ of body) break; }],
    ['when nobody ever took it', portions(), async (body: Readable) => { const closed = closing(body); body.destroy(); await closed; }],
  ])('closes what it reads from, once, %s', async (_when, rows, take) => {
    let closed = 0;
    await take(open(rows, () => { closed += 1; }).body);
    await new Promise((resolve) => setImmediate(resolve));
    expect(closed).toBe(1);
  });
});

test.each([
  [undefined, 'json'], ['*/*', 'json'], ['text/csv', 'csv'], ['application/json;q=0.5, text/csv', 'csv'], ['text/csv;q=0.5, application/json', 'json'],
  ['text/html, */*;q=0.8', 'json'], ['text/csv; charset=utf-8', 'csv'], ['application/json;q=0, text/*', 'csv'], ['application/vnd.apache.parquet', 'parquet'],
  ['application/vnd.apache.parquet, */*;q=0.1', 'parquet'], ['application/*', 'json'],
] as const)('Accept %s is answered as %s', (accept, format) => expect(wantedFormat(accept)).toBe(format));

test('what cannot be had is refused, not replaced', () => expect(() => wantedFormat('image/png')).toThrow('application/json, text/csv or application/vnd.apache.parquet'));
