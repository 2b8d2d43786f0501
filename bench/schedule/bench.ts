/**
 * What it costs to have many recipients scheduled, and how late they are when their time comes: interactions whose touchpoint waits, posted to the dispatch service, against
 * one delayed BullMQ job with the same data for each.
 */
import { touchpointSet } from '@candor/contracts';
import { CatalogCopy } from '@candor/catalog-copy';
import { Queue } from 'bullmq';
import { Redis } from 'ioredis';
import { everybody, startDispatch, visit, type Dispatch } from '../../apps/dispatch/test/start-dispatch.ts';
import { machine, percentile, round } from '../machine.ts';
import { withServers } from '../servers.ts';

const RECIPIENTS = Number(process.env['BENCH_RECIPIENTS'] ?? 100_000);
const BATCH = 1000;
const WEEK_MS = 7 * 24 * 3600 * 1000;
/** For the lateness: so many fall due each second, for so long. */
const PER_SECOND = 200;
const SECONDS = 20;

async function post({ app }: Dispatch, events: readonly object[]): Promise<void> {
  const answer = await app.call('POST', '/v1/interactions', { as: everybody, headers: { 'content-type': 'application/cloudevents-batch+json' }, body: JSON.stringify(events) });
  if (answer.status !== 202) throw new Error(`interactions: ${answer.status} ${answer.text.slice(0, 300)}`);
}

const recipient = (i: number): Record<string, unknown> => visit(`recipient-${i}`, { touchpoint: 'next-week' });

const memoryOf = async (redis: Redis): Promise<number> => Number(/used_memory:(\d+)/.exec(await redis.info('memory'))?.[1]);

/** Bytes of tables and their indexes. */
async function bytesOf({ sql }: Dispatch, tables: readonly string[]): Promise<number> {
  const [row] = await sql<{ bytes: string }>('SELECT sum(pg_total_relation_size(t::regclass)) AS bytes FROM unnest($1::text[]) t', [tables]);
  return Number(row?.bytes);
}

async function ours(dispatch: Dispatch, redis: Redis): Promise<{ redis: number; decisions: number; persons: number }> {
  const look = async () => ({ redis: await memoryOf(redis), decisions: await bytesOf(dispatch, ['decision']), persons: await bytesOf(dispatch, ['person']) });
  const before = await look();
  for (let i = 0; i < RECIPIENTS; i += BATCH) await post(dispatch, Array.from({ length: Math.min(BATCH, RECIPIENTS - i) }, (_, j) => recipient(i + j)));
  await dispatch.sql('VACUUM decision, person');
  const after = await look();
  const each = (what: keyof typeof after): number => (after[what] - before[what]) / RECIPIENTS;
  return { redis: each('redis'), decisions: each('decisions'), persons: each('persons') };
}

async function peer(redis: Redis): Promise<number> {
  const { host = '127.0.0.1', port = 6379 } = redis.options;
  const queue = new Queue('bench-schedule', { connection: { host, port } });
  const before = await memoryOf(redis);
  for (let i = 0; i < RECIPIENTS; i += BATCH) {
    await queue.addBulk(Array.from({ length: Math.min(BATCH, RECIPIENTS - i) }, (_, j) => ({ name: 'ask', data: recipient(i + j)['data'], opts: { delay: WEEK_MS } })));
  }
  const each = ((await memoryOf(redis)) - before) / RECIPIENTS;
  await queue.obliterate({ force: true });
  await queue.close();
  return each;
}

/** Recipients that fall due evenly, while all the others wait. @returns how late each was decided, ms */
async function lateness(dispatch: Dispatch): Promise<number[]> {
  const first = Date.now() + 20_000;
  const due = (i: number): Date => new Date(first + (i * 1000) / PER_SECOND - 10_000);
  for (let i = 0; i < PER_SECOND * SECONDS; i += BATCH) {
    await post(dispatch, Array.from({ length: BATCH }, (_, j) => visit(`due-${i + j}`, { touchpoint: 'in-ten-seconds', occurredAt: due(i + j).toISOString() })));
  }
  const open = () => dispatch.sql<{ n: number }>("SELECT count(*)::int AS n FROM decision WHERE touchpoint = 'in-ten-seconds' AND invitation IS NULL");
  for (const end = Date.now() + (SECONDS + 60) * 1000; (await open())[0]!.n > 0; ) {
    if (Date.now() > end) throw new Error('not all that fell due was decided');
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  const rows = await dispatch.sql<{ late: number }>(`SELECT extract(epoch FROM i.issued_at - d.due_at)::float8 * 1000 AS late FROM decision d JOIN invitation i ON i.id = d.invitation WHERE d.touchpoint = 'in-ten-seconds'`);
  return rows.map(({ late }) => late);
}

export const schedule = (): Promise<void> => withServers(async () => {
  const dispatch = await startDispatch();
  const redis = new Redis(dispatch.env['REDIS_URL']!);
  try {
    await dispatch.neighbours.publish(touchpointSet, { ...touchpointSet.sample, key: 'in-ten-seconds', name: 'soon', programme: 'often', delay: 'PT10S' });
    await dispatch.app.app.get(CatalogCopy).reachEnd();
    const jobs = await peer(redis);
    const own = await ours(dispatch, redis);
    const late = await lateness(dispatch);
    console.log(`machine: ${machine()}; ${round(RECIPIENTS)} recipients scheduled for a week from now, bytes each`);
    console.log(`a delayed BullMQ job with the same data            ${round(jobs)} of Redis`);
    // It also breathes: what is less than nothing is noise.
    const ownRedis = Math.max(own.redis, 0);
    console.log(`dispatch: Redis                                    ${round(ownRedis)}, ${ownRedis < 1 ? 'ratio under 1/900' : `ratio 1/${round(jobs / ownRedis)}`} (goal 1/50)`);
    console.log(`dispatch: the ledger in PostgreSQL, and Redis      ${round(own.decisions + ownRedis)}, ratio 1/${round(jobs / (own.decisions + ownRedis))} (goal 1/3)`);
    console.log(`dispatch: the person, kept once however often asked ${round(own.persons)}`);
    console.log(`decided after falling due, ${PER_SECOND} a second: p50 ${round(percentile(late, 0.5))} ms, p99 ${round(percentile(late, 0.99))} ms (goal under 1,000)`);
  } finally {
    redis.disconnect();
    await dispatch.close();
  }
});
