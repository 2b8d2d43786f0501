import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { nameIn, shareOf, takeFile, type Taken } from './take-file.ts';

let server: Server;
let address = '';
beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.headers.accept !== 'text/csv') return void response.writeHead(400, { 'content-type': 'application/problem+json' }).end(JSON.stringify({ title: 'No', status: 400, code: 'REQUEST.INVALID' }));
    response.writeHead(200, { 'x-total-rows': '2', 'content-disposition': 'attachment; filename="scores.csv"' });
    response.write('n\r\n1\r\n');
    setTimeout(() => response.end('2\r\n'), 20);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

test('a file comes whole, under its name, and says how far it is by its rows', async () => {
  const seen: Taken[] = [];
  const { blob, name } = await takeFile(address, 'csv', (taken) => seen.push(taken), new AbortController().signal);
  expect([await blob.text(), name]).toEqual(['n\r\n1\r\n2\r\n', 'scores.csv']);
  expect(seen.map(({ share, rows }) => [share, rows])).toEqual([[0.5, 2], [1, 2]]);
});
test('what is refused is a problem and no file', async () => {
  await expect(takeFile(address, 'parquet', () => undefined, new AbortController().signal)).rejects.toMatchObject({ status: 400, code: 'REQUEST.INVALID' });
});
test('a share never says more than all, and an empty file is whole', () => {
  expect([shareOf(0, 10), shareOf(6, 10), shareOf(40, 10), shareOf(1, 0)]).toEqual([0, 0.5, 1, 1]);
  expect([nameIn(null), nameIn('attachment; filename="answers.parquet"')]).toEqual([undefined, 'answers.parquet']);
});
