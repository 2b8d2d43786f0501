import { createServer } from 'node:net';
import { freePort, isFree, portsBeside } from './free-port.ts';

test.each([
  ['32768\t60999\n', [10_000, 32_767]],
  ['15000 65535', [10_000, 14_999]],
  ['1024 20000', [20_001, 65_535]],
  ['1024 65535', [10_000, 65_535]],
  [null, [10_000, 32_767]],
])('ports are drawn beside those that the kernel lends (%j)', (lent, range) => {
  expect(portsBeside(lent)).toEqual(range);
});

test('a preferred port is taken while it is free, and another one while somebody listens on it', async () => {
  const port = await freePort();
  expect(await freePort(port)).toBe(port);
  const server = createServer();
  await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening));
  expect(await isFree(port)).toBe(false);
  expect(await freePort(port)).not.toBe(port);
  await new Promise((closed) => server.close(closed));
});
