import { chmodSync, existsSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import type { Report } from '../addresses.ts';
import { findProgram } from './find-program.ts';
import { RemedyError } from './remedy.ts';
import { run, runLogged } from './run.ts';

const JAR = 'com.github.codemonstur:embedded-redis:1.4.4';
/** What the jar calls the program of each platform. */
const PROGRAM_IN_JAR: Readonly<Record<string, string>> = {
  'linux-x64': 'redis-server-6.2.6-v5-linux-amd64', 'linux-arm64': 'redis-server-6.2.7-linux-arm64',
  'darwin-x64': 'redis-server-6.2.6-v5-darwin-amd64', 'darwin-arm64': 'redis-server-6.2.6-v5-darwin-arm64',
};

const starts = async (program: string): Promise<boolean> => {
  try {
    return (await run(program, ['--version'], { timeoutMs: 10_000 })).code === 0;
  } catch {
    return false;
  }
};

async function fromDebian(log: string, path: string, env: NodeJS.ProcessEnv): Promise<string | null> {
  const apt = findProgram('apt-get', path);
  if (!apt || process.getuid?.() !== 0) return null;
  // SYSTEMD_OFFLINE: we want the program, not a service of the system on port 6379.
  const options = { env: { ...env, DEBIAN_FRONTEND: 'noninteractive', SYSTEMD_OFFLINE: '1' }, timeoutMs: 300_000 };
  const install = ['install', '-y', '--no-install-recommends', 'redis-server'];
  let code = await runLogged(apt, install, log, options);
  if (code !== 0 && await runLogged(apt, ['update'], log, options) === 0) code = await runLogged(apt, install, log, options);
  return code === 0 ? findProgram('redis-server', path) : null;
}

async function fromJar(folder: string, log: string, path: string): Promise<string | null> {
  const [maven, unpack] = [findProgram('mvn', path), findProgram('unzip', path)];
  const jarTool = findProgram('jar', path);
  const name = PROGRAM_IN_JAR[`${process.platform}-${process.arch}`];
  if (!maven || (!unpack && !jarTool) || !name) return null;
  mkdirSync(folder, { recursive: true });
  const plugin = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy';
  if (await runLogged(maven, ['-B', plugin, `-Dartifact=${JAR}`, `-DoutputDirectory=${folder}`], log, { cwd: folder, timeoutMs: 300_000 }) !== 0) return null;
  const jar = join(folder, 'embedded-redis-1.4.4.jar');
  const code = unpack
    ? await runLogged(unpack, ['-o', '-q', jar, name, '-d', folder], log, { timeoutMs: 60_000 })
    : await runLogged(jarTool as string, ['xf', jar, name], log, { cwd: folder, timeoutMs: 60_000 });
  if (code !== 0) return null;
  const program = join(folder, 'redis-server');
  renameSync(join(folder, name), program);
  chmodSync(program, 0o755);
  return await starts(program) ? program : null;
}

/**
 * A Redis server's program: from PATH, else Debian's (root only), else the one inside a Maven jar, kept in the last of `places`.
 * @throws RemedyError if none can be had.
 */
export async function redisProgram(places: readonly string[], path: string, env: NodeJS.ProcessEnv, report: Report): Promise<string> {
  const kept = places.map((place) => join(place, 'redis', 'redis-server')).find((program) => existsSync(program));
  const found = findProgram('redis-server', path) ?? kept;
  if (found) return found;
  const home = places.at(-1) as string;
  const log = join(home, 'log', 'redis-install.log');
  report('Redis: installing the server, once');
  const got = await fromDebian(log, path, env) ?? await fromJar(join(home, 'redis'), log, path);
  if (!got) throw new RemedyError('Redis is not installed', `install it (Debian: apt-get install redis-server), or give REDIS_URL; what was tried is in ${log}`);
  return got;
}
