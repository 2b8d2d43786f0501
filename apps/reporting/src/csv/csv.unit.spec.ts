import { csvOf } from './csv.ts';
import { wantedFormat } from './negotiate.ts';

test('0 and false are written, what is absent is empty', () => {
  const rows = [{ a: 0, b: false, c: null, d: undefined }];
  expect(csvOf([['a', (r) => r.a], ['b', (r) => r.b], ['c', (r) => r.c], ['d', (r) => r.d]], rows)).toBe('a,b,c,d\r\n0,false,,\r\n');
});

test('commas, quotes and line breaks stay inside their field', () => {
  expect(csvOf([['x', (r: { x: string }) => r.x]], [{ x: 'a,"b"\nc' }])).toBe('x\r\n"a,""b""\nc"\r\n');
});

test.each([
  [undefined, 'json'], ['*/*', 'json'], ['text/csv', 'csv'], ['application/json;q=0.5, text/csv', 'csv'], ['text/csv;q=0.5, application/json', 'json'],
  ['text/html, */*;q=0.8', 'json'], ['text/csv; charset=utf-8', 'csv'], ['application/json;q=0, text/*', 'csv'],
] as const)('Accept %s is answered as %s', (accept, format) => expect(wantedFormat(accept)).toBe(format));

test('what cannot be had is refused, not replaced', () => expect(() => wantedFormat('image/png')).toThrow('application/json or text/csv'));
