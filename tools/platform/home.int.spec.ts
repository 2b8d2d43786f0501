import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { identify, isRunning, PidFile, removeHome, temporaryHome } from '../../libs/stack/src/index.ts';
import { readSettings } from './config.ts';
import { endLeftServices } from './leftovers.ts';
import { choosePorts } from './ports.ts';
import { reset } from './reset.ts';
import { keptSecrets } from './secrets.ts';

const root = join(import.meta.dirname, '..', '..');
const homes: string[] = [];
const newHome = (): string => {
  homes.push(temporaryHome());
  return homes.at(-1)!;
};
const newKey = () => Promise.resolve({ privateJwk: { d: crypto.randomUUID() }, jwks: { keys: [] } });

afterAll(async () => {
  for (const home of homes) await removeHome(home);
});

test('secrets are made once, kept for their owner alone, and a service that came later gets its own', async () => {
  const home = newHome();
  const first = await keptSecrets(home, ['catalog'], newKey);
  expect(statSync(join(home, 'secrets.json')).mode & 0o777).toBe(0o600);
  const second = await keptSecrets(home, ['catalog', 'alerting'], newKey);
  expect(second).toEqual({ ...first, database: { ...first.database, alerting: expect.any(String) } });
  expect(second.database['alerting']).not.toBe(second.database['catalog']);
});

test('every port is another one, and a port that was asked for and is taken is refused by name', async () => {
  const ports = await choosePorts(readSettings(root, { PORT: '18231' }));
  expect(ports.gateway).toBe(18_231);
  expect(new Set(Object.values(ports)).size).toBe(Object.values(ports).length);
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await expect(choosePorts(readSettings(root, { PORT: '18231', SCORING_PORT: String(port) }))).rejects.toThrow(`Port ${port} is taken by another program: end that one, or set SCORING_PORT`);
  await new Promise((resolve) => server.close(resolve));
});

test('services that a killed run left are ended, and a stranger who has their number by now is not', async () => {
  const home = newHome();
  const [left, stranger] = [spawn('sleep', ['60']), spawn('sleep', ['60'])];
  const [leftIdentity, strangerIdentity] = [identify(left.pid!)!, identify(stranger.pid!)!];
  new PidFile(join(home, 'run', 'catalog.pid')).write(leftIdentity);
  new PidFile(join(home, 'run', 'scoring.pid')).write({ pid: stranger.pid!, started: 'before the reboot' });
  const said: string[] = [];
  await endLeftServices(home, (line) => said.push(line));
  expect(isRunning(leftIdentity)).toBe(false);
  expect(isRunning(strangerIdentity)).toBe(true);
  expect(said).toEqual([`catalog: ending process ${left.pid}, left by an earlier run`]);
  expect(readdirSync(join(home, 'run'))).toEqual([]);
  stranger.kill();
});

test('reset deletes the data and keeps the fetched servers', async () => {
  const home = newHome();
  for (const folder of ['kafka/data', 'postgres/data', 'redis/data', 'sandbox', 'log', 'kafka-4.1.1', 'dev/kafka']) mkdirSync(join(home, folder), { recursive: true });
  for (const file of ['secrets.json', 'redis/redis-server', 'kafka-4.1.1/kafka.jar']) writeFileSync(join(home, file), '');
  await reset({ home, root, env: {} }, () => undefined);
  expect(readdirSync(home).sort()).toEqual(['dev', 'kafka-4.1.1', 'redis']);
  expect(readdirSync(join(home, 'redis'))).toEqual(['redis-server']);
  expect(existsSync(join(home, 'dev', 'kafka'))).toBe(true);
});

test('reset refuses while the platform runs on the data', async () => {
  const home = newHome();
  const owner = spawn('sleep', ['60']);
  writeFileSync(join(home, 'owner.pid'), JSON.stringify(identify(owner.pid!)));
  writeFileSync(join(home, 'secrets.json'), 'kept');
  await expect(reset({ home, root, env: {} }, () => undefined)).rejects.toThrow(`Candor runs on ${home} (process ${owner.pid}): end it first`);
  expect(readFileSync(join(home, 'secrets.json'), 'utf8')).toBe('kept');
  owner.kill();
});
