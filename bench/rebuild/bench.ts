/**
 * How fast scoring's cells are built anew beside the live ones, and for how long counting stands still at the swap. BENCH_EVENTS says how many answers (1,000,000 unless given).
 * All are counted first; then the rebuild must find the same, row by row.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { scopesOf, type Principal } from '@candor/identity';
import { freePort } from '@candor/stack';
import type { Scratch } from '@candor/testing';
import pg from 'pg';
import { machine, round } from '../machine.ts';
import { EVENTS, SETS } from '../scoring/answers.ts';
import { filled } from '../scoring/filled.ts';
import { rate } from '../scoring/rate.ts';
import { ended, ready, withServers } from '../servers.ts';

const root = join(import.meta.dirname, '..', '..');
const SAY_EVERY_MS = 5000;
const LOOK_MS = 100;
const operator: Principal = { subject: 'bench', kind: 'key', name: 'bench', scopes: scopesOf(['administrator']), units: null, roles: ['administrator'] };

interface Rebuild {
  id: string;
  state: string;
  failure: string | null;
  done: number;
  total: number;
  perSecond: number | null;
  differences: { missing: number; wrong: number; surplus: number }[] | null;
  startedAt: string;
  endedAt: string | null;
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

function startScoring(world: Scratch, port: number) {
  return spawn(process.execPath, ['--max-semi-space-size=64', join(root, 'apps/scoring/dist/main.js')], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      PATH: process.env['PATH'], PORT: String(port), DATABASE_URL: world.databaseUrl('scoring'), KAFKA_BROKERS: world.kafkaBrokers, TOPIC_PREFIX: world.topicPrefix, REDIS_URL: world.redisUrl,
      TOKEN_JWKS: world.tokens.jwksJson, PUBLIC_URL: 'http://localhost', LOG_LEVEL: 'error',
    },
  });
}

/** Asks again and again for what a counting transaction asks for first. @returns ends it, and says for how long it waited at most */
function standstill(world: Scratch): () => Promise<number> {
  const client = new pg.Client({ connectionString: world.databaseUrl('scoring') });
  let longest = 0;
  let running = true;
  const looking = (async () => {
    await client.connect();
    while (running) {
      const began = performance.now();
      await client.query(`SELECT 1 FROM consumer_offset WHERE topic = 'nps.response.v1' AND partition = 0 FOR UPDATE`);
      longest = Math.max(longest, performance.now() - began);
      await pause(10);
    }
    await client.end();
  })();
  return async () => {
    running = false;
    await looking;
    return longest;
  };
}

async function rebuilt(world: Scratch, port: number): Promise<{ one: Rebuild; seconds: number }> {
  const call = async (method: string, path: string, body?: object): Promise<Rebuild> => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method, headers: { authorization: `Bearer ${await world.tokens.sign(operator)}`, ...(body && { 'content-type': 'application/json' }) }, ...(body && { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${await response.text()}`);
    return (await response.json()) as Rebuild;
  };
  const began = performance.now();
  const { id } = await call('POST', '/v1/rebuilds', { model: 'cells', reason: 'to measure' });
  for (let said = performance.now(); ; await pause(LOOK_MS)) {
    const one = await call('GET', `/v1/rebuilds/${id}`);
    if (one.endedAt !== null) return { one, seconds: (performance.now() - began) / 1000 };
    if (performance.now() - said < SAY_EVERY_MS) continue;
    said = performance.now();
    console.log(`  ${one.state}: ${round(one.done)} of ${round(one.total)}, ${round(one.perSecond ?? 0)}/s`);
  }
}

const line = (what: string, value: string): void => console.log(`${what.padEnd(64)} ${value}`);

export const rebuild = (): Promise<void> => withServers(async () => {
  console.log(`machine: ${machine()}; ${round(EVENTS)} answers ${SETS.spread.words}, 6 partitions, 5 cells each`);
  await filled(SETS.spread, async (world, pool) => {
    const port = await freePort();
    const child = startScoring(world, port);
    try {
      await ready(port);
      const live = await rate(async () => {
        const { rows } = await pool.query(`SELECT coalesce(sum(number), 0)::int AS n FROM scoring.consumer_offset WHERE topic = 'nps.response.v1'`).catch(() => ({ rows: [{ n: 0 }] }));
        return rows[0].n as number;
      }, EVENTS, 1200);
      const { rows: [found] } = await pool.query<{ cells: number }>('SELECT count(*)::int AS cells FROM scoring.cell');
      const stop = standstill(world);
      const { one, seconds } = await rebuilt(world, port);
      const stood = await stop();
      if (one.state !== 'swapped' || one.done < EVENTS) throw new Error(`the rebuild ended as ${one.state} after ${one.done} records: ${one.failure}`);
      const wrong = (one.differences ?? []).reduce((sum, { missing, wrong: other, surplus }) => sum + missing + other + surplus, 0);
      if (wrong > 0) throw new Error(`${wrong} rows differ from the live ones`);
      const perSecond = EVENTS / seconds;
      line('cells, all of them the same as the live ones', round(found!.cells));
      line('counted by the live consumer, answers/s', round(live));
      line('rebuilt, answers/s while reading', round(one.perSecond ?? Number.NaN));
      line('rebuilt, answers/s from the request to the end of the swap', round(perSecond));
      line('that took, s', round(seconds));
      line('counting stood still at the swap, ms at most', round(stood));
      line('100,000,000 answers at this rate, minutes', round(100_000_000 / perSecond / 60));
    } finally {
      await ended(child);
    }
  });
});
