import { jest } from '@jest/globals';
import { spawn } from 'node:child_process';
import { chmodSync, existsSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { createClient } from 'redis';
import { kafkaAnswers } from '../probe/answers.ts';
import { identify } from '../process/identity.ts';
import { removeHome, temporaryHome } from '../temporary-home.ts';
import { HomeLock } from './home-lock.ts';
import { prepareNative } from './native-stack.ts';
import type { NativeStack } from './native-stack.ts';
import { refuge } from './postgres-place.ts';

// Servers are started a dozen times here, on a machine that may be busy.
jest.setTimeout(240_000);

const root = join(import.meta.dirname, '..', '..', '..', '..');
const homes: string[] = [];
const stacks: NativeStack[] = [];
const said: string[] = [];

function newHome(mode = 0o755): string {
  const home = temporaryHome();
  chmodSync(home, mode);
  homes.push(home);
  return home;
}

async function stackAt(home: string): Promise<NativeStack> {
  const stack = await prepareNative({
    home, shared: join(root, '.stack'), kafkaPom: join(root, 'libs', 'stack', 'kafka', 'pom.xml'), env: process.env,
    kafkaHeapMb: 256, postgresSettings: { shared_buffers: '16MB', max_connections: 20 }, report: (line) => said.push(line),
  });
  stacks.push(stack);
  return stack;
}

async function query(stack: NativeStack, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: stack.databaseAdminUrl });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(sql)).rows as unknown[];
  } finally {
    await client.end();
  }
}

afterAll(async () => {
  await Promise.all(stacks.map((stack) => stack.stop()));
  for (const home of homes) await removeHome(home);
});

test('two stacks run side by side, a killed server comes back on its data, and a restart keeps data and addresses', async () => {
  const [home, other] = [newHome(), newHome()];
  const [stack, neighbour] = [await stackAt(home), await stackAt(other)];
  await Promise.all([stack.start(), neighbour.start()]);
  expect(new Set([stack, neighbour].flatMap((it) => [it.kafkaBrokers, it.databaseAdminUrl, it.redisUrl])).size).toBe(6);

  await query(stack, 'CREATE TABLE kept (id int)');
  await expect(query(neighbour, 'SELECT * FROM kept')).rejects.toThrow('does not exist');
  const redis = createClient({ url: stack.redisUrl });
  await redis.connect();
  await redis.set('kept', 'yes');
  redis.destroy();

  for (const server of [stack.kafka, stack.postgres, stack.redis]) {
    await server.kill();
    await server.start();
  }
  expect(await query(stack, 'SELECT count(*)::int AS n FROM kept')).toEqual([{ n: 0 }]);
  expect(await kafkaAnswers(stack.kafkaBrokers)).toBe(true);

  const { kafkaBrokers, databaseAdminUrl, redisUrl } = stack;
  await stack.stop();
  expect(await kafkaAnswers(kafkaBrokers)).toBe(false);
  const again = await stackAt(home);
  await again.start();
  expect({ kafkaBrokers, databaseAdminUrl, redisUrl }).toEqual({ kafkaBrokers: again.kafkaBrokers, databaseAdminUrl: again.databaseAdminUrl, redisUrl: again.redisUrl });
  const client = createClient({ url: again.redisUrl });
  await client.connect();
  expect(await client.get('kept')).toBe('yes');
  client.destroy();
  await Promise.all([again.stop(), neighbour.stop()]);
});

test('what a killed run left behind is ended by its identity, and a process of somebody else with a number on file is left alone', async () => {
  const home = newHome();
  const stack = await stackAt(home);
  await stack.start();
  const left = stack.redis as unknown as { running: { pid: number } | null };
  const leftPid = left.running!.pid;
  await stack.postgres.kill();
  const data = join(existsSync(join(home, 'postgres', 'data')) ? join(home, 'postgres') : refuge(home), 'data');
  // As after a reboot: the numbers on file belong to somebody else now, and to the same user (another's PostgreSQL would ignore).
  const { uid, gid } = statSync(data);
  const stranger = spawn('sleep', ['60'], { stdio: 'ignore', uid, gid });
  writeFileSync(join(data, 'postmaster.pid'), `${stranger.pid}\n${data}\n1\n`);
  writeFileSync(join(home, 'postgres.pid'), JSON.stringify({ pid: stranger.pid, started: 'long ago' }));

  const next = await stackAt(home);
  expect(identify(leftPid)).toBeNull();
  expect(said).toContainEqual(`Redis: ending process ${leftPid}, left by an earlier run`);
  await next.start();
  expect(await query(next, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  expect(identify(stranger.pid!)).not.toBeNull();
  stranger.kill();
  await next.stop();
});

test('a home that the user postgres cannot enter works, and it is said where its data went', async () => {
  const home = newHome(0o700);
  const stack = await stackAt(home);
  await stack.start();
  expect(await query(stack, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  if (process.getuid?.() === 0) expect(said).toContainEqual(expect.stringContaining(`its data lives in ${refuge(home)}`));
  await stack.stop();
});

test('a home in use by a living process is refused, one locked by a dead process is taken', async () => {
  const home = newHome();
  const owner = spawn('sleep', ['60'], { stdio: 'ignore' });
  writeFileSync(join(home, 'owner.pid'), JSON.stringify(identify(owner.pid!)));
  expect(() => new HomeLock(home).take()).toThrow(`in use by process ${owner.pid}`);
  owner.kill('SIGKILL');
  await new Promise((resolve) => owner.once('exit', resolve));
  expect(() => new HomeLock(home).take()).not.toThrow();
  new HomeLock(home).release();
});
