import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Report } from '../addresses.ts';
import { keptPassword } from '../native/kept-password.ts';
import { choosePorts } from '../native/ports.ts';
import { run, runLogged } from '../native/run.ts';
import { kafkaAnswers, postgresAnswers, redisAnswers } from '../probe/answers.ts';
import { until } from '../probe/until.ts';
import type { Stack } from '../stack.ts';
import { dockerServer } from './docker-server.ts';

export interface ComposeOptions {
  readonly home: string;
  readonly composeFile: string;
  readonly compose: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly report: Report;
}

const SERVERS = ['kafka', 'postgres', 'redis'] as const;

/** One Compose project for each home, so that two copies of the platform run side by side. */
export const projectName = (home: string): string => `candor-${createHash('sha256').update(home).digest('hex').slice(0, 12)}`;

/** The three servers of docker-compose.yml, on free loopback ports that are kept over restarts. */
export async function composeStack({ home, composeFile, compose, env, report }: ComposeOptions): Promise<Stack> {
  const ports = await choosePorts(join(home, 'ports.json'));
  const password = keptPassword(join(home, 'postgres-password'));
  const [program, ...rest] = compose as [string, ...string[]];
  const args = [...rest, '-f', composeFile, '-p', projectName(home)];
  const settings = {
    ...env, CANDOR_KAFKA_PORT: String(ports.kafka), CANDOR_POSTGRES_PORT: String(ports.postgres),
    CANDOR_REDIS_PORT: String(ports.redis), CANDOR_POSTGRES_PASSWORD: password,
  };
  const addresses = {
    kafkaBrokers: `127.0.0.1:${ports.kafka}`, redisUrl: `redis://127.0.0.1:${ports.redis}`,
    databaseAdminUrl: `postgres://postgres:${password}@127.0.0.1:${ports.postgres}/postgres`,
  };
  const probes = {
    kafka: () => kafkaAnswers(addresses.kafkaBrokers), postgres: () => postgresAnswers(addresses.databaseAdminUrl), redis: () => redisAnswers(addresses.redisUrl),
  };
  const log = join(home, 'log', 'docker-compose.log');
  const began = performance.now();
  report('Docker: bringing up Kafka, PostgreSQL and Redis');
  if (await runLogged(program, [...args, 'up', '-d', ...SERVERS], log, { env: settings, timeoutMs: 600_000 }) !== 0) {
    throw new Error(`docker-compose.yml could not be brought up; see ${log}`);
  }
  await Promise.all(SERVERS.map(async (name) => {
    if (!await until(probes[name], 120_000)) throw new Error(`${name} does not answer from its container; see docker logs`);
    report(`${name} ready, ${((performance.now() - began) / 1000).toFixed(1)} s`);
  }));
  const id = (name: string) => async (): Promise<string> => (await run(program, [...args, 'ps', '-q', name], { env: settings, timeoutMs: 30_000 })).output.trim();
  const server = (name: typeof SERVERS[number]) => dockerServer(name, id(name), probes[name], env);
  return {
    mode: 'docker', ...addresses, kafka: server('kafka'), postgres: server('postgres'), redis: server('redis'),
    // Without -v: the named volumes keep the data.
    stop: async () => { await runLogged(program, [...args, 'down', '--remove-orphans'], log, { env: settings, timeoutMs: 120_000 }); },
  };
}

/** Removes the containers and volumes of a home; nothing happens if there are none. */
export async function removeComposeStack({ home, composeFile, compose, env }: Omit<ComposeOptions, 'report'>): Promise<void> {
  const [program, ...rest] = compose as [string, ...string[]];
  await run(program, [...rest, '-f', composeFile, '-p', projectName(home), 'down', '-v', '--remove-orphans'], { env, timeoutMs: 120_000 });
}
