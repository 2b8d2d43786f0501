import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { checkout, platform } from '@candor/testing';
import type { RunningPlatform } from '@candor/testing';
import { isFree, isRunning, PidFile, until } from '@candor/stack';
import type { ProcessIdentity } from '@candor/stack';
import { SERVICES } from './platform/services.ts';

let running: RunningPlatform;

beforeAll(async () => {
  running = await platform();
}, 200_000);

afterAll(async () => {
  await running?.stop();
}, 60_000);

test('when it says that it is ready, every service is its own process and the front door says so too', async () => {
  const pids = SERVICES.map((name) => running.service(name).pid());
  expect(new Set(pids).size).toBe(SERVICES.length);
  expect(await running.ready()).toBe(true);
  expect(running.output()).toMatch(/^Databases and topics ready, [\d.]+ s$/m);
  for (const name of SERVICES) expect(running.output()).toMatch(new RegExp(`^${name} ready, [\\d.]+ s$`, 'm'));
});

test('what it prints last can be used at once: the console, and the lines that send a first interaction', async () => {
  expect((await fetch(running.url)).headers.get('content-type')).toContain('text/html');
  const lines = running.output().split('\n').filter((line) => line.startsWith('curl '));
  expect(lines).toHaveLength(3);
  for (const line of lines) {
    const { stdout } = spawnSync('sh', ['-c', `${line} -s -o /dev/null -w '%{http_code}'`], { encoding: 'utf8' });
    expect(`${line.slice(0, 80)}: ${stdout}`).toMatch(/: 20[0-2]$/);
  }
});

test('a service that dies is started again, and it is said', async () => {
  const before = running.service('catalog').pid();
  running.service('catalog').kill();
  expect(await until(async () => running.output().includes('catalog is back'), 60_000)).toBe(true);
  expect(running.output()).toContain('catalog ended (SIGKILL); starting it again');
  expect(running.service('catalog').pid()).not.toBe(before);
  expect(await until(running.ready, 30_000)).toBe(true);
}, 120_000);

test('a second copy on the same data, and one on the same port, are refused in one line, and the first goes on', async () => {
  const start = (env: Record<string, string>) => new Promise<{ code: number | null; error: string }>((resolve) => {
    const child = spawn(process.execPath, [join(checkout(), 'tools', 'start.mjs')], { env: { ...process.env, NODE_OPTIONS: '', ...env }, stdio: ['ignore', 'ignore', 'pipe'] });
    let error = '';
    child.stderr.on('data', (chunk: Buffer) => { error += chunk.toString('utf8'); });
    child.once('close', (code) => resolve({ code, error }));
  });
  const sameHome = await start({ CANDOR_HOME: running.home, PORT: '1' });
  expect(sameHome).toEqual({ code: 1, error: expect.stringMatching(/^.+ is in use by process \d+: .+\n$/) });
  const port = new URL(running.url).port;
  const samePort = await start({ CANDOR_HOME: join(running.home, 'candor-test-second'), PORT: port });
  expect(samePort).toEqual({ code: 1, error: `Port ${port} is taken by another program: end that one, or set PORT to another port\n` });
  expect(await running.ready()).toBe(true);
}, 60_000);

test('what was written before a restart is there after it', async () => {
  expect((await running.request('/v1/units/kept', { method: 'PUT', json: { name: 'Kept', parent: null } })).ok).toBe(true);
  await running.restart();
  expect(await (await running.request('/v1/units/kept')).json()).toMatchObject({ key: 'kept', name: 'Kept' });
}, 240_000);

test('on SIGTERM everything that it started ends, and its port is free again', async () => {
  const services = SERVICES.map((name) => new PidFile(join(running.home, 'run', `${name}.pid`)).read()!);
  const supervisor = new PidFile(join(running.home, 'owner.pid')).read()!;
  process.kill(supervisor.pid, 'SIGTERM');
  const gone = (process: ProcessIdentity): boolean => !isRunning(process);
  expect(await until(async () => [supervisor, ...services].every(gone), 40_000)).toBe(true);
  expect(await isFree(Number(new URL(running.url).port))).toBe(true);
  expect(running.output()).toMatch(/Stopped, [\d.]+ s\n$/);
}, 60_000);
