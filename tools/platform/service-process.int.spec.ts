import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort, identify, isRunning, PidFile, removeHome, temporaryHome, until } from '../../libs/stack/src/index.ts';
import { ServiceProcess } from './service-process.ts';

const root = join(import.meta.dirname, '..', '..');
const READY = "import { createServer } from 'node:http'; createServer((_, answer) => answer.end('{}')).listen(process.env.PORT, '127.0.0.1');";
const home = temporaryHome();
const services: ServiceProcess[] = [];

async function service(name: string, source: string): Promise<{ process: ServiceProcess; said: string[] }> {
  const folder = join(home, 'apps', name, 'dist');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'main.mjs'), source);
  const port = await freePort();
  const said: string[] = [];
  const process = new ServiceProcess({ name, home, port, entryPoint: join(folder, 'main.mjs'), env: { PORT: String(port) }, say: (line) => said.push(line) });
  services.push(process);
  return { process, said };
}

const running = (name: string) => new PidFile(join(home, 'run', `${name}.pid`)).read();

afterAll(async () => {
  await Promise.all(services.map((it) => it.stop()));
  await removeHome(home);
});

test('a service that is killed runs again, and both are said', async () => {
  const { process: it, said } = await service('killed', READY);
  it.start();
  expect(await it.untilReady(10_000)).toBe(true);
  const first = running('killed')!;
  process.kill(first.pid, 'SIGKILL');
  expect(await until(async () => said.some((line) => line.startsWith('killed is back')), 10_000)).toBe(true);
  expect(said[0]).toContain('killed ended (SIGKILL); starting it again in 0.25 s, see ');
  expect(running('killed')!.pid).not.toBe(first.pid);
  expect(isRunning(first)).toBe(false);
});

test('a service that cannot start is tried again, each time later', async () => {
  const { process: it, said } = await service('broken', "console.error('DATABASE_URL is not set'); process.exit(1);");
  it.start();
  expect(await until(async () => said.length >= 3, 10_000)).toBe(true);
  await it.stop();
  expect(said.map((line) => /in ([\d.]+) s/.exec(line)?.[1])).toEqual(['0.25', '0.5', '1']);
  expect(it.lastWords()).toContain('DATABASE_URL is not set');
});

test('a stopped service stays ended, even one that ignores SIGTERM', async () => {
  const { process: it, said } = await service('stubborn', `process.on('SIGTERM', () => undefined); ${READY}`);
  it.start();
  await it.untilReady(10_000);
  const identity = running('stubborn')!;
  await it.stop();
  expect(isRunning(identity)).toBe(false);
  expect(running('stubborn')).toBeNull();
  expect(said).toEqual([]);
}, 30_000);

test('services end when the process that supervises them is killed', async () => {
  await service('orphan', READY);
  const script = `
    import { ServiceProcess } from ${JSON.stringify(join(root, 'tools', 'platform', 'service-process.ts'))};
    const it = new ServiceProcess({ name: 'orphan', home: ${JSON.stringify(home)}, port: 1, entryPoint: ${JSON.stringify(join(home, 'apps', 'orphan', 'dist', 'main.mjs'))}, env: { PORT: '0' }, say: () => {} });
    it.start();
    setInterval(() => {}, 1000);`;
  const supervisor = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: 'ignore', env: { ...process.env, NODE_OPTIONS: '' } });
  expect(await until(async () => running('orphan') !== null, 10_000)).toBe(true);
  const orphan = running('orphan')!;
  supervisor.kill('SIGKILL');
  expect(await until(async () => !isRunning(orphan), 10_000)).toBe(true);
  expect(identify(orphan.pid)).toBeNull();
});
