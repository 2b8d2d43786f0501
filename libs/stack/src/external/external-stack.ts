import type { StackAddresses } from '../addresses.ts';
import { RemedyError } from '../native/remedy.ts';
import { kafkaAnswers, postgresAnswers, redisAnswers } from '../probe/answers.ts';
import { until } from '../probe/until.ts';
import type { ServerControl, Stack } from '../stack.ts';

const notOurs = (name: string): ServerControl => {
  const refuse = (): Promise<void> => Promise.reject(new Error(`${name} was given by its address: it is not ours to stop`));
  return { name, start: () => Promise.resolve(), stop: refuse, kill: refuse, pause: refuse, resume: refuse };
};

/** Servers that exist already. @throws RemedyError naming the variable of one that does not answer within `timeoutMs`. */
export async function externalStack(addresses: StackAddresses, timeoutMs = 15_000): Promise<Stack> {
  const probes = [
    ['KAFKA_BROKERS', () => kafkaAnswers(addresses.kafkaBrokers)],
    ['DATABASE_URL', () => postgresAnswers(addresses.databaseAdminUrl)],
    ['REDIS_URL', () => redisAnswers(addresses.redisUrl)],
  ] as const;
  const outcomes = await Promise.allSettled(probes.map(async ([variable, probe]) => {
    if (!await until(probe, timeoutMs)) throw new RemedyError(`the server of ${variable} does not answer`, 'start it, or correct the address (or leave all three out)');
  }));
  for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
  return {
    mode: 'external', ...addresses, kafka: notOurs('Kafka'), postgres: notOurs('PostgreSQL'), redis: notOurs('Redis'),
    stop: () => Promise.resolve(),
  };
}
