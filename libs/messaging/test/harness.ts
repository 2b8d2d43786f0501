import { DatabaseModule, type MigrationClass } from '@candor/database';
import { responseRecorded, responseTopic, type ServiceName } from '@candor/contracts';
import { createLogger, LOGGER, ReadinessRegistry } from '@candor/observability';
import type { Scratch } from '@candor/testing';
import { Controller, Global, Module, type INestApplication, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { Payload } from '@nestjs/microservices';
import { DataSource, type MigrationInterface, type QueryRunner } from 'typeorm';
import { ConsumesBatch, KafkaBatchServer, MessagingModule, messagingMigrations, type Batch, type MessagingOptions } from '../src/index.ts';

class CreateSeen1767225600001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE seen (id text NOT NULL, revision int NOT NULL, consumer text NOT NULL DEFAULT $$default$$)');
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

export { answers } from './answers.ts';
export { responseRecorded, responseTopic };

/** Notes every answer it gets, in the transaction that moves the offset. */
@Controller()
export class Recorder {
  @ConsumesBatch(responseTopic, { consumer: 'recorder' })
  async record(@Payload() { events, tx }: Batch): Promise<void> {
    await tx.query('INSERT INTO seen (id, revision) SELECT unnest($1::text[]), 1', [events.map(({ key }) => key)]);
  }
}

/** How often each answer was noted. */
export async function noted(app: INestApplication): Promise<{ answers: number; times: number }> {
  const [row] = await app.get(DataSource).query<{ answers: number; times: number }[]>('SELECT count(DISTINCT id)::int AS answers, count(*)::int AS times FROM seen');
  return row!;
}
