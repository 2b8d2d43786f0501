import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { responseTopic } from '@candor/contracts';
import type { Scratch } from '@candor/testing';
import type pg from 'pg';
import { ended } from '../servers.ts';
import type { AnswerSet } from './answers.ts';
import { rate } from './rate.ts';

const SECONDS = 15;
const root = join(import.meta.dirname, '..', '..');

/** The same work on Nest's stock `eachMessage` handler with a TypeORM save per event. @returns answers per second */
export async function nestStock(world: Scratch, pool: pg.Pool, { events }: AnswerSet): Promise<number> {
  const child = spawn(process.execPath, ['--import', pathToFileURL(join(root, 'tools/typescript.mjs')).href, join(root, 'bench/peers/nest-stock/main.ts')], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { PATH: process.env['PATH'], BENCH_DATABASE_URL: world.adminDatabaseUrl, BENCH_BROKERS: world.kafkaBrokers, BENCH_TOPIC: world.topicPrefix + responseTopic.name },
  });
  try {
    return await rate(async () => {
      const { rows } = await pool.query(`SELECT coalesce(sum(n), 0)::int AS n FROM stock_cell WHERE key LIKE 'day|%|bank|%'`).catch(() => ({ rows: [{ n: 0 }] }));
      return rows[0].n as number;
    }, events, SECONDS);
  } finally {
    await ended(child);
    await pool.query('DROP TABLE IF EXISTS stock_cell');
  }
}
