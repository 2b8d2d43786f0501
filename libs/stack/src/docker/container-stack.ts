import { randomBytes } from 'node:crypto';
import type { GenericContainer, StartedTestContainer } from 'testcontainers';
import type { Report } from '../addresses.ts';
import { freePorts } from '../free-port.ts';
import { kafkaAnswers, postgresAnswers, redisAnswers } from '../probe/answers.ts';
import { until } from '../probe/until.ts';
import type { Stack } from '../stack.ts';
import { dockerServer } from './docker-server.ts';

export const IMAGES = { kafka: 'apache/kafka:4.1.1', postgres: 'postgres:18', redis: 'redis:7' } as const;

/** Kafka tells its clients where it is, so its host port is chosen before it starts. */
export const kafkaEnvironment = (port: number): Record<string, string> => ({
  KAFKA_NODE_ID: '1', KAFKA_PROCESS_ROLES: 'broker,controller', KAFKA_CONTROLLER_QUORUM_VOTERS: '1@localhost:9093',
  KAFKA_LISTENERS: 'BROKER://:9092,CONTROLLER://:9093', KAFKA_ADVERTISED_LISTENERS: `BROKER://127.0.0.1:${port}`,
  KAFKA_LISTENER_SECURITY_PROTOCOL_MAP: 'BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT',
  KAFKA_INTER_BROKER_LISTENER_NAME: 'BROKER', KAFKA_CONTROLLER_LISTENER_NAMES: 'CONTROLLER',
  KAFKA_AUTO_CREATE_TOPICS_ENABLE: 'false', KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS: '0',
  KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR: '1', KAFKA_OFFSETS_TOPIC_NUM_PARTITIONS: '8',
  KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR: '1', KAFKA_TRANSACTION_STATE_LOG_MIN_ISR: '1',
});

/** Throw-away servers for tests, by testcontainers: its reaper removes them even if the run is killed. */
export async function containerStack(env: NodeJS.ProcessEnv, report: Report): Promise<Stack> {
  const { GenericContainer: Container } = await import('testcontainers');
  const [kafkaPort, postgresPort, redisPort] = await freePorts(3) as [number, number, number];
  const password = randomBytes(24).toString('base64url');
  const addresses = {
    kafkaBrokers: `127.0.0.1:${kafkaPort}`, redisUrl: `redis://127.0.0.1:${redisPort}`,
    databaseAdminUrl: `postgres://postgres:${password}@127.0.0.1:${postgresPort}/postgres`,
  };
  const servers: [string, GenericContainer, () => Promise<boolean>][] = [
    ['Kafka', new Container(IMAGES.kafka).withEnvironment(kafkaEnvironment(kafkaPort)).withExposedPorts({ container: 9092, host: kafkaPort }),
      () => kafkaAnswers(addresses.kafkaBrokers)],
    ['PostgreSQL', new Container(IMAGES.postgres).withEnvironment({ POSTGRES_PASSWORD: password }).withCommand(['-c', 'max_connections=400'])
      .withExposedPorts({ container: 5432, host: postgresPort }), () => postgresAnswers(addresses.databaseAdminUrl)],
    ['Redis', new Container(IMAGES.redis).withCommand(['--databases', '1024']).withExposedPorts({ container: 6379, host: redisPort }),
      () => redisAnswers(addresses.redisUrl)],
  ];
  const outcomes = await Promise.allSettled(servers.map(([, container]) => container.start()));
  const started = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
  const stop = async (): Promise<void> => { await Promise.all(started.map((container: StartedTestContainer) => container.stop())); };
  try {
    for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
    for (const [name, , probe] of servers) {
      if (!await until(probe, 120_000)) throw new Error(`${name} does not answer from its container`);
      report(`${name} ready`);
    }
  } catch (error) {
    await stop();
    throw error;
  }
  const [kafka, postgres, redis] = servers.map(([name, , probe], index) =>
    dockerServer(name, () => Promise.resolve(started[index]!.getId()), probe, env));
  return { mode: 'docker', ...addresses, kafka: kafka!, postgres: postgres!, redis: redis!, stop };
}
