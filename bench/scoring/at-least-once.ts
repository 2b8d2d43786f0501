import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import type { Scratch } from '@candor/testing';
import type pg from 'pg';
import { ended } from '../servers.ts';
import type { AnswerSet } from './answers.ts';
import { rate } from './rate.ts';

const root = join(import.meta.dirname, '..', '..');

/** The same pipeline, at least once. The tables are there since the service ran. @returns answers per second */
export async function atLeastOnce(world: Scratch, pool: pg.Pool, { events }: AnswerSet): Promise<number> {
  const child = spawn(process.execPath, ['--max-semi-space-size=64', '--conditions=@candor/source', '--import', pathToFileURL(join(root, 'tools/typescript.mjs')).href, join(root, 'bench/peers/at-least-once.ts')], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { PATH: process.env['PATH'], BENCH_BROKERS: world.kafkaBrokers, BENCH_PREFIX: world.topicPrefix, BENCH_DATABASE_URL: world.databaseUrl('scoring'), BENCH_GROUP: `at-least-once-${randomBytes(4).toString('hex')}` },
  });
  let counted = 0;
  createInterface({ input: child.stdout }).on('line', (line) => { counted = Number(line.split(' ')[1]); });
  try {
    return await rate(() => Promise.resolve(counted), events, 300);
  } finally {
    await ended(child);
    await pool.query('TRUNCATE scoring.cell, scoring.womi_cell, scoring.publication');
  }
}
