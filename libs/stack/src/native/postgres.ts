import { randomUUID } from 'node:crypto';
import { chownSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Report } from '../addresses.ts';
import { postgresAnswers } from '../probe/answers.ts';
import { endProcess } from '../process/end-process.ts';
import { commandLine, identify } from '../process/identity.ts';
import { ServerProcess } from '../process/server-process.ts';
import type { PostgresPlace } from './postgres-place.ts';
import { run } from './run.ts';

export interface PostgresOptions {
  readonly home: string;
  readonly place: PostgresPlace;
  readonly port: number;
  readonly password: string;
  readonly settings: Readonly<Record<string, string | number>>;
}

export const adminUrl = (port: number, password: string): string => `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;

/** The environment of PostgreSQL's programs: messages are read by us, so they are English whatever the machine speaks. */
const environment = (place: PostgresPlace): NodeJS.ProcessEnv => ({
  PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC', LD_LIBRARY_PATH: join(place.programs.root, 'lib'),
});

async function initialise({ place, password }: PostgresOptions, data: string): Promise<void> {
  const passwordFile = join(place.folder, `password-${randomUUID()}`);
  // Laid out beside and renamed, so that an interrupted initdb is never taken for a database.
  const partial = `${data}.partial`;
  rmSync(partial, { recursive: true, force: true });
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (place.user) chownSync(passwordFile, place.user.uid, place.user.gid);
  try {
    // The built-in locale provider sorts the same on every machine, in a container too.
    const { code, output } = await run(place.programs.initdb, [
      '--pgdata', partial, '--username', 'postgres', '--pwfile', passwordFile, '--auth', 'scram-sha-256',
      '--encoding', 'UTF8', '--locale', 'C', '--locale-provider', 'builtin', '--builtin-locale', 'C.UTF-8', '--no-instructions',
    ], { env: environment(place), cwd: place.folder, timeoutMs: 120_000, ...(place.user && { user: place.user }) });
    if (code !== 0) throw new Error(`PostgreSQL's data folder could not be laid out:\n${output}`);
    renameSync(partial, data);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

/**
 * Makes way for a start on a data folder whose server was killed. PostgreSQL refuses to start while the process that
 * postmaster.pid names is alive, even if that number belongs to something else by now: we look who it is.
 */
async function clearLeftover(data: string): Promise<void> {
  const file = join(data, 'postmaster.pid');
  if (!existsSync(file)) return;
  const identity = identify(Number(readFileSync(file, 'utf8').split('\n', 1)[0]));
  if (identity && commandLine(identity.pid).includes(data)) await endProcess(identity, 'SIGINT', 15_000);
  else rmSync(file, { force: true });
}

/** PostgreSQL on the data it finds, listening on the loopback only. */
export function postgresServer(options: PostgresOptions, report: Report): ServerProcess {
  const { place, port } = options;
  const data = join(place.folder, 'data');
  return new ServerProcess({
    name: 'PostgreSQL',
    pidFile: join(options.home, 'postgres.pid'),
    logFile: join(options.home, 'log', 'postgres.log'),
    // SIGINT is its "fast" shutdown: open sessions are ended, everything is written.
    stopSignal: 'SIGINT', stopGraceMs: 20_000, readyTimeoutMs: 120_000,
    probe: () => postgresAnswers(adminUrl(port, options.password)),
    command: async () => {
      if (!existsSync(data)) {
        report('PostgreSQL: laying out its data folder, once');
        await initialise(options, data);
      } else await clearLeftover(data);
      const settings = { listen_addresses: '127.0.0.1', port, unix_socket_directories: '', ...options.settings };
      return {
        file: place.programs.postgres,
        args: ['-D', data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
        env: environment(place), cwd: place.folder, ...(place.user && { user: place.user }),
      };
    },
  });
}
