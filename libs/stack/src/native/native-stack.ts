import { join } from 'node:path';
import type { Report } from '../addresses.ts';
import type { ServerProcess } from '../process/server-process.ts';
import type { Stack } from '../stack.ts';
import { HomeLock } from './home-lock.ts';
import { kafkaJars } from './kafka-jars.ts';
import { java, kafkaServer } from './kafka.ts';
import { keptPassword } from './kept-password.ts';
import { endLeftovers, running } from './leftovers.ts';
import { choosePorts, lastPorts } from './ports.ts';
import type { NativePorts } from './ports.ts';
import { postgresPlace } from './postgres-place.ts';
import { adminUrl, postgresServer } from './postgres.ts';
import { redisProgram } from './redis-program.ts';
import { redisServer, redisUrl } from './redis.ts';

export interface NativeOptions {
  /** Holds the servers' data, logs and pid files, and what was fetched unless `shared` has it. */
  readonly home: string;
  /** Another folder to look for what was fetched already (the checkout's own), so that a second home needs no download. */
  readonly shared?: string;
  readonly kafkaPom: string;
  readonly env: NodeJS.ProcessEnv;
  readonly kafkaHeapMb?: number;
  /** Lets the first orderly end take some seconds more, so that later starts take fewer. */
  readonly makeArchive?: boolean;
  readonly postgresSettings?: Readonly<Record<string, string | number>>;
  /** Leaves the servers running when we end, and takes over the ones that run already. */
  readonly detached?: boolean;
  readonly report: Report;
}

export interface NativeStack extends Stack {
  /** Starts the three at once. @throws if one did not start; the others are ended then. */
  start(): Promise<void>;
}

const POSTGRES_SETTINGS = { max_connections: 400, shared_buffers: '256MB', max_wal_size: '2GB', timezone: 'UTC', log_min_messages: 'warning', jit: 'off' };

/** Gets what is missing (three installations at once) and gives the three servers, not started. */
export async function prepareNative(options: NativeOptions): Promise<NativeStack> {
  const { home, env, report } = options;
  const path = env['PATH'] ?? '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
  const lock = new HomeLock(home);
  lock.take();
  java(path);
  const places = [...(options.shared && options.shared !== home ? [options.shared] : []), home];
  const [jars, program, place] = await Promise.all([
    kafkaJars(places, options.kafkaPom, path, report), redisProgram(places, path, env, report), postgresPlace(home, report),
  ]);
  return assemble(options, { jars, program, place, path, lock });
}

async function assemble(options: NativeOptions, found: {
  jars: string; program: string; place: Awaited<ReturnType<typeof postgresPlace>>; path: string; lock: HomeLock;
}): Promise<NativeStack> {
  const { home, report } = options;
  const portFile = join(home, 'ports.json');
  const takeOver = options.detached === true && running(home).length > 0;
  if (!takeOver) await endLeftovers(home, report);
  const ports = takeOver ? lastPorts(portFile) as NativePorts : await choosePorts(portFile);
  const password = keptPassword(join(found.place.folder, 'password'));
  const settings = { ...POSTGRES_SETTINGS, ...options.postgresSettings };
  const kafka = kafkaServer({
    home: join(home, 'kafka'), jars: found.jars, port: ports.kafka, controllerPort: ports.kafkaController,
    heapMb: options.kafkaHeapMb ?? 512, path: found.path, makeArchive: options.makeArchive ?? false,
  }, report);
  const postgres = postgresServer({ home, place: found.place, port: ports.postgres, password, settings }, report);
  const redis = redisServer({ home, program: found.program, port: ports.redis });
  const servers = [kafka, postgres, redis];
  return {
    mode: 'native',
    kafkaBrokers: `127.0.0.1:${ports.kafka}`, databaseAdminUrl: adminUrl(ports.postgres, password), redisUrl: redisUrl(ports.redis),
    kafka, postgres, redis,
    start: () => startAll(servers, report),
    stop: async () => {
      await Promise.all(servers.map((server) => server.stop()));
      found.lock.release();
    },
  };
}

async function startAll(servers: readonly ServerProcess[], report: Report): Promise<void> {
  const outcomes = await Promise.allSettled(servers.map(async (server) => {
    const began = performance.now();
    const started = await server.ensure();
    report(started ? `${server.name} ready, ${((performance.now() - began) / 1000).toFixed(1)} s` : `${server.name} runs already`);
  }));
  const failure = outcomes.find((outcome) => outcome.status === 'rejected');
  if (!failure) return;
  await Promise.all(servers.map((server) => server.stop()));
  throw failure.reason;
}
