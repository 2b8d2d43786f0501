import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import type { ServiceName } from '@candor/contracts';
import type { Scratch } from '@candor/testing';
import { publishCatalogue } from '../catalogue.ts';
import { EVENTS } from '../scoring/answers.ts';

/** A read model that is filled from answers. */
export interface Subject {
  words: string;
  service: ServiceName;
  model: string;
  consumer: string;
  /** How many answers. */
  events: number;
  /** The rows that come of them. */
  rows: string;
  prepare(world: Scratch): Promise<void>;
}

export const SUBJECTS: readonly Subject[] = [
  { words: 'the cells of scoring', service: 'scoring', model: 'cells', consumer: 'cells', events: EVENTS, rows: 'scoring.cell', prepare: async () => undefined },
  {
    words: 'the facts of reporting, one row an answer', service: 'reporting', model: 'facts', consumer: 'facts', events: Number(process.env['BENCH_FACTS'] ?? 200_000), rows: 'reporting.answer',
    prepare: (world) => publishCatalogue(world),
  },
];

const root = join(import.meta.dirname, '..', '..');

/** The service as it is deployed. */
export function start({ service }: Subject, world: Scratch, port: number): ChildProcess {
  return spawn(process.execPath, ['--max-semi-space-size=64', join(root, `apps/${service}/dist/main.js`)], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      PATH: process.env['PATH'], PORT: String(port), DATABASE_URL: world.databaseUrl(service), KAFKA_BROKERS: world.kafkaBrokers, TOPIC_PREFIX: world.topicPrefix, REDIS_URL: world.redisUrl,
      TOKEN_JWKS: world.tokens.jwksJson, PUBLIC_URL: 'http://localhost', LOG_LEVEL: 'error',
    },
  });
}
