/**
 * How long people and BI tools wait for a figure: the reporting service over HTTP, against SQL on one row per answer with fitting indexes, while answers flow in. Both know
 * the same answers and are asked the same questions in turn.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { freePort } from '@candor/stack';
import { runChild, scratch, type Scratch } from '@candor/testing';
import pg from 'pg';
import { publishCatalogue } from '../catalogue.ts';
import { machine, percentile, round } from '../machine.ts';
import { ended, ready, withServers } from '../servers.ts';
import { ANSWERS, Cells, DAYS, dayOf, fillRaw, FLOW } from './answers.ts';

const OUR_TIMES = 1000;
/** Asked of each side before anything is timed: neither is a process that has just begun. */
const WARM = { ours: 300, raw: 2 };
const RAW_TIMES = 10;
const root = join(import.meta.dirname, '..', '..');

const range = (days: number) => ({ from: dayOf(DAYS - days), to: dayOf(DAYS) });
const rawRange = (days: number) => `day >= '${range(days).from}' AND day < '${range(days).to}'`;
const asked = (days: number) => `from=${range(days).from}&to=${range(days).to}`;

const QUESTIONS = [
  { words: 'the company, 30 days', path: `unit=bench&${asked(30)}`, sql: `SELECT score, count(*) FROM raw.answer WHERE ${rawRange(30)} GROUP BY score` },
  { words: 'the company, 90 days, by day', path: `unit=bench&interval=day&${asked(90)}`, sql: `SELECT day, score, count(*) FROM raw.answer WHERE ${rawRange(90)} GROUP BY day, score` },
  { words: 'each unit, 30 days', path: `groupBy=unit&${asked(30)}`, sql: `SELECT unit, score, count(*) FROM raw.answer WHERE ${rawRange(30)} GROUP BY unit, score` },
  { words: 'one branch, 90 days, by week', path: `unit=branch-7&interval=week&${asked(90)}`, sql: `SELECT date_trunc('week', day), score, count(*) FROM raw.answer WHERE unit = 'branch-7' AND ${rawRange(90)} GROUP BY 1, 2` },
];

interface Asker { ask(path: string): Promise<{ data: { n: number }[] }> }

async function asker(world: Scratch, port: number): Promise<Asker> {
  const token = await world.tokens.sign({ subject: 'bench', kind: 'key', name: 'bench', scopes: ['scores:read'], units: null, roles: [] });
  return {
    ask: async (path) => {
      const answer = await fetch(`http://127.0.0.1:${port}/v1/scores?${path}`, { headers: { authorization: `Bearer ${token}` } });
      if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
      return (await answer.json()) as { data: { n: number }[] };
    },
  };
}

function startReporting(world: Scratch, port: number): ChildProcess {
  return spawn(process.execPath, [join(root, 'apps/reporting/dist/main.js')], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      PATH: process.env['PATH'], PORT: String(port), DATABASE_URL: world.databaseUrl('reporting'), KAFKA_BROKERS: world.kafkaBrokers, TOPIC_PREFIX: world.topicPrefix, REDIS_URL: world.redisUrl,
      TOKEN_JWKS: world.tokens.jwksJson, PUBLIC_URL: 'http://localhost:8080', LOG_LEVEL: 'error',
    },
  });
}

const total = (rows: readonly { n?: number; count?: string }[]): number => rows.reduce((sum, { n, count }) => sum + (n ?? Number(count)), 0);

/** Until every answer is counted. */
async function untilKnown({ ask }: Asker): Promise<void> {
  for (const end = performance.now() + 300_000; performance.now() < end; await new Promise((resolve) => setTimeout(resolve, 500))) {
    const { data } = await ask(`unit=bench&${asked(DAYS)}`);
    if (total(data) === ANSWERS) return;
  }
  throw new Error('the cells were not copied within five minutes');
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** Lets answers flow in on both sides while it works. */
async function withFlow(world: Scratch, work: () => Promise<void>): Promise<void> {
  const flow = runChild(join(import.meta.dirname, 'flow.ts'), { BENCH_BROKERS: world.kafkaBrokers, BENCH_PREFIX: world.topicPrefix, BENCH_DATABASE_URL: world.adminDatabaseUrl, BENCH_ANSWERS: String(ANSWERS) });
  try {
    await flow.line(/^flowing$/, 120_000);
    await work();
  } finally {
    await flow.signal('SIGTERM');
  }
}

export const reports = (): Promise<void> => withServers(async () => {
  const world = await scratch('reporting');
  const pool = new pg.Pool({ connectionString: world.adminDatabaseUrl, max: 2 });
  const cells = new Cells(world);
  const port = await freePort();
  let service: ChildProcess | undefined;
  try {
    await publishCatalogue(world);
    await fillRaw(pool);
    await cells.fill();
    service = startReporting(world, port);
    await ready(port);
    const our = await asker(world, port);
    await untilKnown(our);
    for (const { words, path, sql } of QUESTIONS) {
      const [ours, raw] = [total((await our.ask(path)).data), total((await pool.query(sql)).rows)];
      if (ours !== raw) throw new Error(`${words}: ${ours} answers here, ${raw} there`);
    }
    console.log(`machine: ${machine()}; ${round(ANSWERS)} answers of ${DAYS} days, ${FLOW} more a second; ms, p50 / p95`);
    const all = { ours: [] as number[], raw: [] as number[] };
    await withFlow(world, async () => {
      for (const { path, sql } of QUESTIONS) {
        for (let i = 0; i < WARM.ours; i++) await our.ask(path);
        for (let i = 0; i < WARM.raw; i++) await pool.query(sql);
      }
      for (const { words, path, sql } of QUESTIONS) {
        const [ours, raw] = [[] as number[], [] as number[]];
        for (let i = 0; i < OUR_TIMES; i++) ours.push(await timed(() => our.ask(path)));
        for (let i = 0; i < RAW_TIMES; i++) raw.push(await timed(() => pool.query(sql)));
        all.ours.push(...ours);
        all.raw.push(...raw);
        console.log(`${words.padEnd(32)} reporting ${round(percentile(ours, 0.5))} / ${round(percentile(ours, 0.95))}; SQL on answers ${round(percentile(raw, 0.5))} / ${round(percentile(raw, 0.95))}`);
      }
    });
    const [ours, raw] = [percentile(all.ours, 0.95), percentile(all.raw, 0.95)];
    console.log(`all of them, p95                 reporting ${round(ours)} (goal under 10); SQL on answers ${round(raw)}; ratio ${round(raw / ours)} (goal 150)`);
  } finally {
    if (service) await ended(service);
    await cells.close();
    await pool.end();
    await world.dispose();
  }
});
