import type { StackAddresses, StackMode } from './addresses.ts';
import { RemedyError } from './native/remedy.ts';

/** The variables that give the addresses of servers that exist already. */
export const ADDRESS_VARIABLES = { kafkaBrokers: 'KAFKA_BROKERS', databaseAdminUrl: 'DATABASE_URL', redisUrl: 'REDIS_URL' } as const;

const MODES: readonly string[] = ['external', 'docker', 'native'];

export interface Choice {
  readonly mode: StackMode;
  /** The addresses, in mode `external`. */
  readonly addresses?: StackAddresses;
  /** Worth a line to whoever started it. */
  readonly note?: string;
}

/**
 * Decides where the servers come from: CANDOR_STACK if it says so, else addresses from the environment, else a Docker
 * engine that answers, else native servers.
 * @throws RemedyError if what CANDOR_STACK asks for cannot be had: it is never replaced by something else.
 */
export async function chooseMode(env: NodeJS.ProcessEnv, dockerAnswers: () => Promise<boolean>): Promise<Choice> {
  const requested = env['CANDOR_STACK'];
  if (requested && !MODES.includes(requested)) throw new RemedyError(`CANDOR_STACK is ${requested}`, `set it to ${MODES.join(', ')}, or leave it out`);
  const names = Object.values(ADDRESS_VARIABLES);
  const missing = names.filter((name) => !env[name]);
  const addresses = {
    kafkaBrokers: env['KAFKA_BROKERS'] ?? '', databaseAdminUrl: env['DATABASE_URL'] ?? '', redisUrl: env['REDIS_URL'] ?? '',
  };
  if (requested === 'external' && missing.length > 0) throw new RemedyError('CANDOR_STACK is external', `give ${missing.join(' and ')} too`);
  if (requested === 'external' || (!requested && missing.length === 0)) return { mode: 'external', addresses };
  const partly = !requested && missing.length < names.length
    ? `${names.filter((name) => env[name]).join(' and ')} not used: ${missing.join(' and ')} would be needed too` : undefined;
  if (requested === 'native') return { mode: 'native' };
  const answers = await dockerAnswers();
  if (requested === 'docker' && !answers) throw new RemedyError('CANDOR_STACK is docker, but no Docker engine answers', 'start it (and install Compose), or leave CANDOR_STACK out');
  return { mode: answers ? 'docker' : 'native', ...(partly && { note: partly }) };
}
