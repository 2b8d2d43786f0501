/**
 * Events scored per second by the deployed scoring service, exactly once, against the same work on Nest's stock `eachMessage` handler with a TypeORM save per event. Both
 * read a topic that was filled before; rates are taken between two looks at what is committed.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { encode, HEADER, KafkaPort, outgoing, partitionOf } from '@candor/messaging';
import { responseRecorded, responseTopic, type Contribution } from '@candor/contracts';
import { createLogger } from '@candor/observability';
import { scratch, type Scratch } from '@candor/testing';
import pg from 'pg';
import { machine, median, round } from '../machine.ts';
import { ended, withServers } from '../servers.ts';

const root = join(import.meta.dirname, '..', '..');
const EVENTS = Number(process.env['BENCH_EVENTS'] ?? 1_000_000);
const ROUNDS = 3;
const PEER_SECONDS = 15;

/** Answers in order of time over 30 days, of 40 branches in 4 regions: each into 4 day cells and an hour cell. */
function contributionOf(i: number): Contribution {
  const branch = i % 40;
  const day = new Date(Date.UTC(2026, 9, 1) + Math.floor((i / EVENTS) * 30) * 86_400_000).toISOString().slice(0, 10);
  return {
    programme: 'transactional', touchpoint: `touchpoint-${i % 5}`, path: ['bank', `region-${branch % 4}`, `area-${branch % 8}`, `branch-${branch}`], day, hour: 8 + (i % 10),
    channel: 'email', language: 'en', measure: 'nps', score: (i * 7) % 11,
  };
}

async function fill(world: Scratch): Promise<void> {
  const kafka = new KafkaPort({ brokers: world.brokers, clientId: 'bench', topicPrefix: world.topicPrefix, log: createLogger('bench', 'error') });
  const producer = kafka.producer();
  await producer.connect();
  const numbers = new Array<number>(responseTopic.partitions).fill(0);
  const data = { id: '', revision: 1, before: null, answeredAt: '2026-11-22T12:05:00.000Z', changedAt: '2026-11-22T12:05:00.000Z' };
  const { headers } = encode(outgoing(responseRecorded, { ...data, id: 'x', after: contributionOf(0) }), '/candor/ingestion', undefined);
  for (let i = 0; i < EVENTS; i += 5000) {
    await producer.send(Array.from({ length: Math.min(5000, EVENTS - i) }, (_, j) => {
      const id = `bench-${i + j}`;
      const partition = partitionOf(id, responseTopic.partitions);
      return {
        topic: responseTopic.name, partition, key: id, value: JSON.stringify({ ...data, id, after: contributionOf(i + j) }),
        headers: { ...headers, [HEADER.sequence]: String(++numbers[partition]!), [HEADER.generation]: 'bench' },
      };
    }));
  }
  await producer.disconnect();
  await kafka.disconnect();
}

/** The client begins where Kafka was told last; the next round begins at the first record. */
async function forgetGroup(world: Scratch): Promise<void> {
  const kafka = new KafkaPort({ brokers: world.brokers, clientId: 'bench', topicPrefix: world.topicPrefix, log: createLogger('bench', 'error') });
  await kafka.deleteGroup('candor-scoring-cells');
  await kafka.disconnect();
}

/** Looks at what is committed until all is, or the time is over. @returns events per second between the first and the last look */
async function rate(look: () => Promise<number>, seconds: number): Promise<number> {
  let first: { at: number; n: number } | undefined;
  const end = performance.now() + seconds * 1000;
  for (;;) {
    const n = await look();
    const at = performance.now();
    if (n > 0) first ??= { at, n };
    if (first && (n >= EVENTS || at > end)) return n >= EVENTS && first.n >= EVENTS ? Number.NaN : ((n - first.n) * 1000) / (at - first.at);
    if (at > end + 30_000) throw new Error('nothing was counted');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function ours(world: Scratch, pool: pg.Pool): Promise<number> {
  const child = spawn(process.execPath, ['--max-semi-space-size=64', join(root, 'apps/scoring/dist/main.js')], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      PATH: process.env['PATH'], DATABASE_URL: world.databaseUrl('scoring'), KAFKA_BROKERS: world.kafkaBrokers, TOPIC_PREFIX: world.topicPrefix, REDIS_URL: world.redisUrl,
      TOKEN_JWKS: world.tokens.jwksJson, PUBLIC_URL: 'http://localhost', LOG_LEVEL: 'error',
    },
  });
  try {
    return await rate(async () => {
      const { rows } = await pool.query(`SELECT coalesce(sum(number), 0)::int AS n FROM scoring.consumer_offset WHERE topic = 'nps.response.v1'`).catch(() => ({ rows: [{ n: 0 }] }));
      return rows[0].n as number;
    }, 300);
  } finally {
    await ended(child);
    const { rows } = await pool.query(`SELECT sum(c0+c1+c2+c3+c4+c5+c6+c7+c8+c9+c10)::int AS n FROM scoring.cell WHERE key LIKE 'day|%|bank|%'`);
    if (rows[0].n !== EVENTS) throw new Error(`counted ${rows[0].n} of ${EVENTS}`);
    await pool.query('TRUNCATE scoring.cell, scoring.womi_cell, scoring.consumer_offset, scoring.publication');
    await forgetGroup(world);
  }
}

async function stock(world: Scratch, pool: pg.Pool): Promise<number> {
  const hooks = pathToFileURL(join(root, 'tools/typescript.mjs')).href;
  const child = spawn(process.execPath, ['--import', hooks, join(root, 'bench/peers/nest-stock/main.ts')], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { PATH: process.env['PATH'], BENCH_DATABASE_URL: world.adminDatabaseUrl, BENCH_BROKERS: world.kafkaBrokers, BENCH_TOPIC: world.topicPrefix + responseTopic.name },
  });
  try {
    return await rate(async () => {
      const { rows } = await pool.query(`SELECT coalesce(sum(n), 0)::int AS n FROM stock_cell WHERE key LIKE 'day|%|bank|%'`).catch(() => ({ rows: [{ n: 0 }] }));
      return rows[0].n as number;
    }, PEER_SECONDS);
  } finally {
    await ended(child);
    await pool.query('DROP TABLE IF EXISTS stock_cell');
  }
}

export async function scoring(): Promise<void> {
  await withServers(async () => {
    const world = await scratch('scoring');
    const pool = new pg.Pool({ connectionString: world.adminDatabaseUrl, max: 2 });
    try {
      await pool.query('CREATE SCHEMA IF NOT EXISTS public; GRANT ALL ON SCHEMA public TO CURRENT_USER');
      await fill(world);
      const rates = { ours: [] as number[], stock: [] as number[] };
      for (let i = 0; i < ROUNDS; i++) {
        rates.ours.push(await ours(world, pool));
        rates.stock.push(await stock(world, pool));
      }
      console.log(`machine: ${machine()}; ${round(EVENTS)} answers in order of time, 6 partitions, 5 cells each, median of ${ROUNDS} rounds`);
      console.log(`events/s, the scoring service              ${round(median(rates.ours))}`);
      console.log(`events/s, stock Nest handler with TypeORM  ${round(median(rates.stock))}`);
      console.log(`ratio (goal 200)                           ${round(median(rates.ours) / median(rates.stock))}`);
    } finally {
      await pool.end();
      await world.dispose();
    }
  });
}
