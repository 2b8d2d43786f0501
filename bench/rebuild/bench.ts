/**
 * How fast read models are built anew beside the live ones, and for how long their consumer stands still at the swap. BENCH_EVENTS says of how many answers for scoring's cells
 * (1,000,000 unless given), BENCH_FACTS for reporting's facts (200,000; 0 for none). All are read first; then the rebuild must find the same, row by row.
 */
import { scopesOf, type Principal } from '@candor/identity';
import { freePort } from '@candor/stack';
import { scratch, type Scratch } from '@candor/testing';
import pg from 'pg';
import { machine, round } from '../machine.ts';
import { fill, SETS } from '../scoring/answers.ts';
import { rate } from '../scoring/rate.ts';
import { ended, ready, withServers } from '../servers.ts';
import { start, SUBJECTS, type Subject } from './subjects.ts';

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

/** Asks again and again for what the consumer's transactions ask for first. @returns ends it, and says for how long it waited at most */
function standstill({ service, consumer }: Subject, world: Scratch): () => Promise<number> {
  const client = new pg.Client({ connectionString: world.databaseUrl(service) });
  let longest = 0;
  let running = true;
  const looking = (async () => {
    await client.connect();
    while (running) {
      const began = performance.now();
      await client.query(`SELECT 1 FROM consumer_offset WHERE consumer = $1 AND topic = 'nps.response.v1' AND partition = 0 FOR UPDATE`, [consumer]);
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

async function rebuilt({ model }: Subject, world: Scratch, port: number): Promise<{ one: Rebuild; seconds: number }> {
  const call = async (method: string, path: string, body?: object): Promise<Rebuild> => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method, headers: { authorization: `Bearer ${await world.tokens.sign(operator)}`, ...(body && { 'content-type': 'application/json' }) }, ...(body && { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${await response.text()}`);
    return (await response.json()) as Rebuild;
  };
  const began = performance.now();
  const { id } = await call('POST', '/v1/rebuilds', { model, reason: 'to measure' });
  for (let said = performance.now(); ; await pause(LOOK_MS)) {
    const one = await call('GET', `/v1/rebuilds/${id}`);
    if (one.endedAt !== null) return { one, seconds: (performance.now() - began) / 1000 };
    if (performance.now() - said < SAY_EVERY_MS) continue;
    said = performance.now();
    console.log(`  ${one.state}: ${round(one.done)} of ${round(one.total)}, ${round(one.perSecond ?? 0)}/s`);
  }
}

const line = (what: string, value: string): void => console.log(`${what.padEnd(64)} ${value}`);

/** Until the live consumer has read all answers. @returns answers per second */
const live = ({ service, consumer, events }: Subject, pool: pg.Pool): Promise<number> => rate(async () => {
  const { rows } = await pool.query(`SELECT coalesce(sum(number), 0)::int AS n FROM ${service}.consumer_offset WHERE consumer = $1 AND topic = 'nps.response.v1'`, [consumer]).catch(() => ({ rows: [{ n: 0 }] }));
  return rows[0].n as number;
}, events, 3600);

async function measure(subject: Subject): Promise<void> {
  const { words, service, events, rows, prepare } = subject;
  console.log(`\n${words}, ${round(events)} answers ${SETS.spread.words}`);
  const world = await scratch([service]);
  const pool = new pg.Pool({ connectionString: world.adminDatabaseUrl, max: 2 });
  const port = await freePort();
  let child: ReturnType<typeof start> | undefined;
  try {
    await prepare(world);
    await fill(world, { ...SETS.spread, events });
    child = start(subject, world, port);
    await ready(port);
    const lively = await live(subject, pool);
    const { rows: [found] } = await pool.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${rows}`);
    const stop = standstill(subject, world);
    const { one, seconds } = await rebuilt(subject, world, port);
    const stood = await stop();
    if (one.state !== 'swapped' || one.done < events) throw new Error(`the rebuild ended as ${one.state} after ${one.done} records: ${one.failure}`);
    const wrong = (one.differences ?? []).reduce((sum, { missing, wrong: other, surplus }) => sum + missing + other + surplus, 0);
    if (wrong > 0) throw new Error(`${wrong} rows differ from the live ones`);
    line('rows, all of them the same as the live ones', round(found!.n));
    line('read by the live consumer, answers/s', round(lively));
    line('rebuilt, answers/s while reading', round(one.perSecond ?? Number.NaN));
    line('rebuilt, answers/s from the request to the end of the swap', round(events / seconds));
    line('that took, s', round(seconds));
    line('the consumer stood still at the swap, ms at most', round(stood));
    line('100,000,000 answers at this rate, minutes', round((100_000_000 / (events / seconds)) / 60));
  } finally {
    if (child) await ended(child);
    await pool.end();
    await world.dispose();
  }
}

export const rebuild = (): Promise<void> => withServers(async () => {
  console.log(`machine: ${machine()}`);
  for (const subject of SUBJECTS) if (subject.events > 0) await measure(subject);
});
