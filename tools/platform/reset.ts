import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { composeCommand, endLeftovers, engineAnswers, HomeLock, refuge, RemedyError, removeComposeStack } from '../../libs/stack/src/index.ts';
import type { Settings } from './config.ts';
import { endLeftServices } from './leftovers.ts';

/** All that a home holds but the servers' programs, which are no data and slow to fetch, and the tests' own servers (`dev`). */
const DATA = [
  'kafka', 'postgres', join('redis', 'data'), 'sandbox', 'secrets.json', 'postgres-password', 'ports.json', 'run', 'log', 'compile-cache',
  'kafka.pid', 'postgres.pid', 'redis.pid',
];

/** Deletes the data of a home. @throws RemedyError if the platform runs on it. */
export async function reset({ home, root, env }: Pick<Settings, 'home' | 'root' | 'env'>, say: (line: string) => void): Promise<void> {
  const lock = new HomeLock(home);
  const owner = lock.owner();
  if (owner) throw new RemedyError(`Candor runs on ${home} (process ${owner.pid})`, 'end it first (Ctrl-C)');
  if (existsSync(home)) {
    lock.take();
    await endLeftServices(home, say);
    await endLeftovers(home, say);
    for (const entry of DATA) rmSync(join(home, entry), { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    rmSync(refuge(home), { recursive: true, force: true });
    lock.release();
  }
  const compose = await composeCommand(env);
  if (compose && await engineAnswers(env)) await removeComposeStack({ home, compose, env, composeFile: join(root, 'docker-compose.yml') });
  say(`The data in ${home} is deleted`);
  if (env['KAFKA_BROKERS'] && env['DATABASE_URL']) say('What lies on the servers given by address stays: drop the database candor and the nps.* topics there');
}
