import { DatabaseModule, type MigrationClass } from '@candor/database';
import { responseRecorded, responseTopic, type DataOf, type ServiceName } from '@candor/contracts';
import { createLogger, LOGGER, ReadinessRegistry } from '@candor/observability';
import type { Scratch } from '@candor/testing';
import { Global, Module, type INestApplication, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { KafkaBatchServer, MessagingModule, messagingMigrations, outgoing, type MessagingOptions, type Outgoing } from '../src/index.ts';

class CreateSeen1767225600001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE seen (id text NOT NULL, revision int NOT NULL, partition int NOT NULL, consumer text NOT NULL DEFAULT $$default$$)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE seen');
  }
}

const migrations: MigrationClass[] = [...messagingMigrations(), CreateSeen1767225600001];

export interface TestServiceOptions extends Partial<MessagingOptions> {
  scratch: Scratch;
  service: ServiceName;
  controllers?: Type[];
  logLevel?: string;
}

/** A service as `@candor/service` boots it, without its HTTP parts (that library depends on this one). */
export async function startService({ scratch, service, controllers = [], logLevel = 'silent', ...more }: TestServiceOptions): Promise<INestApplication> {
  const platform = [ReadinessRegistry, { provide: LOGGER, useValue: createLogger(service, logLevel) }];

  @Global()
  @Module({
    imports: [
      DatabaseModule.forRoot({ url: scratch.databaseUrl(service), schema: service, entities: [], migrations }),
      MessagingModule.forRoot({ service, brokers: scratch.brokers, topicPrefix: scratch.topicPrefix, ...more }),
    ],
    controllers,
    providers: platform,
    exports: platform,
  })
  class TestService {}

  const app = await NestFactory.create(TestService, new FastifyAdapter(), { logger: false, abortOnError: false });
  app.connectMicroservice({ strategy: app.get(KafkaBatchServer, { strict: false }) }, { inheritAppConfig: false });
  await app.init();
  await app.startAllMicroservices();
  return app;
}

/** Answers with distinct ids, which spread over the partitions. */
export function answers(count: number, prefix = 'answer'): Outgoing[] {
  const sample = responseRecorded.sample as DataOf<typeof responseRecorded>;
  return Array.from({ length: count }, (_, index) => outgoing(responseRecorded, { ...sample, id: `${prefix}-${index}` }) as Outgoing);
}

export { responseRecorded, responseTopic };

/** Waits until `check` holds. @throws after `timeoutMs`, naming what was waited for */
export async function eventually(what: string, check: () => Promise<boolean> | boolean, timeoutMs = 20_000): Promise<void> {
  const deadline = performance.now() + timeoutMs;
  while (!(await check())) {
    if (performance.now() > deadline) throw new Error(`not within ${timeoutMs} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
