import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Scratch } from '@candor/testing';
import type pg from 'pg';
import { ended } from '../servers.ts';
import { benchKafka, type AnswerSet } from './answers.ts';
import { rate } from './rate.ts';

const main = join(import.meta.dirname, '..', '..', 'apps/scoring/dist/main.js');

/** The client begins where Kafka was told last; the next round begins at the first record. */
async function forgetGroup(world: Scratch): Promise<void> {
  const kafka = benchKafka(world);
  await kafka.deleteGroup('candor-scoring-cells');
  await kafka.disconnect();
}

/** The scoring service as it is deployed: what is committed with its offsets. @param seen learns at every look how many are counted @returns answers per second @throws if not each was counted once */
export async function ourService(world: Scratch, pool: pg.Pool, { events }: AnswerSet, seen: (counted: number) => void = () => undefined): Promise<number> {
  const child = spawn(process.execPath, ['--max-semi-space-size=64', main], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      PATH: process.env['PATH'], DATABASE_URL: world.databaseUrl('scoring'), KAFKA_BROKERS: world.kafkaBrokers, TOPIC_PREFIX: world.topicPrefix, REDIS_URL: world.redisUrl,
      TOKEN_JWKS: world.tokens.jwksJson, PUBLIC_URL: 'http://localhost', LOG_LEVEL: 'error',
    },
  });
  try {
    return await rate(async () => {
      const { rows } = await pool.query(`SELECT coalesce(sum(number), 0)::int AS n FROM scoring.consumer_offset WHERE topic = 'nps.response.v1'`).catch(() => ({ rows: [{ n: 0 }] }));
      seen(rows[0].n);
      return rows[0].n as number;
    }, events, 300);
  } finally {
    await ended(child);
    const { rows } = await pool.query(`SELECT sum(c0+c1+c2+c3+c4+c5+c6+c7+c8+c9+c10)::int AS n FROM scoring.cell WHERE key LIKE 'day|%|bank|%'`);
    if (rows[0].n !== events) throw new Error(`counted ${rows[0].n} of ${events}`);
    await pool.query('TRUNCATE scoring.cell, scoring.womi_cell, scoring.consumer_offset, scoring.publication');
    await forgetGroup(world);
  }
}
