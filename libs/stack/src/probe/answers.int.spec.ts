import { createServer } from 'node:net';
import type { Server } from 'node:net';
import { freePort } from '../free-port.ts';
import { kafkaAnswers, postgresAnswers, redisAnswers } from './answers.ts';
import { externalStack } from '../external/external-stack.ts';

let deaf: Server;
let port: number;

beforeAll(async () => {
  // Bound and accepting, as a server that is starting: nothing is ever answered.
  deaf = createServer((socket) => socket.on('error', () => undefined).resume());
  port = await freePort();
  await new Promise<void>((resolve) => deaf.listen(port, '127.0.0.1', resolve));
});

afterAll(async () => {
  await new Promise((resolve) => deaf.close(resolve));
});

test('a server that accepts connections and says nothing is not taken for ready', async () => {
  expect(await kafkaAnswers(`127.0.0.1:${port}`)).toBe(false);
  expect(await postgresAnswers(`postgres://postgres:x@127.0.0.1:${port}/postgres`)).toBe(false);
  expect(await redisAnswers(`redis://127.0.0.1:${port}`)).toBe(false);
});

test('an address where nobody answers is named by its variable, with the remedy', async () => {
  const nobody = await freePort();
  await expect(externalStack({
    kafkaBrokers: `127.0.0.1:${nobody}`, databaseAdminUrl: `postgres://127.0.0.1:${nobody}/postgres`, redisUrl: `redis://127.0.0.1:${nobody}`,
  }, 300)).rejects.toThrow(/^the server of (KAFKA_BROKERS|DATABASE_URL|REDIS_URL) does not answer: start it/);
});
