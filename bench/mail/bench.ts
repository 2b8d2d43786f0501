/**
 * Mails delivered per second to a server on this machine: invitations that are due in the database of the dispatch service, claimed, sent and noted by it, against one BullMQ
 * job per recipient and nodemailer's pool. Signed on both sides, and unsigned.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { interaction } from '@candor/contracts';
import { scratch, type Scratch } from '@candor/testing';
import { freePort } from '@candor/stack';
import pg from 'pg';
import { machine, median, round } from '../machine.ts';
import { publishCatalogue } from '../catalogue.ts';
import { ended, ready, withServers } from '../servers.ts';

const MAILS = Number(process.env['BENCH_MAILS'] ?? 5000);
const ROUNDS = 3;
const CONNECTIONS = 10;
const root = join(import.meta.dirname, '..', '..');
const withTypes = ['--import', pathToFileURL(join(root, 'tools/typescript.mjs')).href];
const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const key = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
let run = 0;

interface Sink {
  port: string;
  child: ChildProcess;
  look(): Promise<{ mails: number; seconds: number }>;
  reset(): void;
}

async function startSink(): Promise<Sink> {
  const child = spawn(process.execPath, [...withTypes, join(root, 'bench/peers/smtp-sink.ts')], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout });
  const next = async (): Promise<string> => ((await once(lines, 'line')) as [string])[0];
  const port = await next();
  return {
    port, child,
    look: async () => {
      child.stdin.write('look\n');
      return JSON.parse(await next());
    },
    reset: () => child.stdin.write('reset\n'),
  };
}

/** Waits until all have come. @returns mails per second, from the first to the last */
async function rateOf(sink: Sink): Promise<number> {
  for (const end = performance.now() + 180_000; performance.now() < end; ) {
    const { mails, seconds } = await sink.look();
    if (mails >= MAILS) return mails / seconds;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error('not all mails came within three minutes');
}

function startDispatch(world: Scratch, port: number, env: Record<string, string>): ChildProcess {
  return spawn(process.execPath, [join(root, 'apps/dispatch/dist/main.js')], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      PATH: process.env['PATH'], PORT: String(port), DATABASE_URL: world.databaseUrl('dispatch'), KAFKA_BROKERS: world.kafkaBrokers, TOPIC_PREFIX: world.topicPrefix, REDIS_URL: world.redisUrl,
      TOKEN_JWKS: world.tokens.jwksJson, PUBLIC_URL: 'http://localhost:8080', LOG_LEVEL: 'error', MAIL_FROM: 'feedback@candor.example', SMTP_CONNECTIONS: String(CONNECTIONS), ...env,
    },
  });
}

/** Invitations that are due and not sent: the mail server is away while they are decided. */
async function decide(world: Scratch, pool: pg.Pool): Promise<void> {
  const port = await freePort();
  const child = startDispatch(world, port, { SMTP_URL: 'smtp://127.0.0.1:1' });
  try {
    await ready(port);
    run += 1;
    const token = await world.tokens.sign({ subject: 'bench', kind: 'key', name: 'bench', scopes: ['interactions:write'], units: null, roles: [] });
    for (let i = 0; i < MAILS; i += 200) {
      const events = Array.from({ length: 200 }, (_, j) => ({
        specversion: '1.0', id: `mail-${run}-${i + j}`, source: '/bench', type: interaction.type,
        data: { touchpoint: 'visit', unit: 'branch-1', occurredAt: new Date().toISOString(), customer: { id: `C-${run}-${i + j}`, email: `customer-${run}-${i + j}@example.com`, name: 'Noa Levi', language: 'en' } },
      }));
      const answer = await fetch(`http://127.0.0.1:${port}/v1/interactions`, {
        method: 'POST', body: JSON.stringify(events), headers: { 'content-type': 'application/cloudevents-batch+json', authorization: `Bearer ${token}` },
      });
      if (!answer.ok) throw new Error(`interactions: ${answer.status} ${await answer.text()}`);
    }
    while ((await waiting(pool)) < MAILS) await new Promise((resolve) => setTimeout(resolve, 200));
  } finally {
    await ended(child);
  }
  await pool.query(`UPDATE dispatch.invitation SET next_attempt_at = now(), lease_until = NULL WHERE status = 'issued'`);
}

const waiting = async (pool: pg.Pool): Promise<number> => (await pool.query(`SELECT count(*)::int AS n FROM dispatch.invitation WHERE status = 'issued'`)).rows[0].n;

async function ours(world: Scratch, pool: pg.Pool, sink: Sink, signed: boolean): Promise<number> {
  await decide(world, pool);
  const child = startDispatch(world, await freePort(), {
    SMTP_URL: `smtp://127.0.0.1:${sink.port}`, ...(signed ? { DKIM_DOMAIN: 'candor.example', DKIM_SELECTOR: 's1', DKIM_PRIVATE_KEY: key } : {}),
  });
  sink.reset();
  try {
    const rate = await rateOf(sink);
    while ((await waiting(pool)) > 0) await new Promise((resolve) => setTimeout(resolve, 100));
    return rate;
  } finally {
    await ended(child);
  }
}

async function peer(world: Scratch, sink: Sink, signed: boolean): Promise<number> {
  const child = spawn(process.execPath, [...withTypes, join(root, 'bench/peers/mail-jobs.ts')], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { PATH: process.env['PATH'], BENCH_REDIS_URL: world.redisUrl, BENCH_SMTP_PORT: sink.port, BENCH_MAILS: String(MAILS), BENCH_CONNECTIONS: String(CONNECTIONS), ...(signed ? { BENCH_DKIM_KEY: key } : {}) },
  });
  try {
    await once(child.stdout, 'data');
    sink.reset();
    child.stdin.write('go\n');
    return await rateOf(sink);
  } finally {
    await ended(child);
  }
}

export async function mail(): Promise<void> {
  await withServers(async () => {
    const world = await scratch('dispatch');
    const pool = new pg.Pool({ connectionString: world.adminDatabaseUrl, max: 2 });
    const sink = await startSink();
    try {
      await publishCatalogue(world);
      console.log(`machine: ${machine()}; ${round(MAILS)} mails, ${CONNECTIONS} connections, median of ${ROUNDS} rounds`);
      for (const signed of [true, false]) {
        const rates = { ours: [] as number[], peer: [] as number[] };
        for (let i = 0; i < ROUNDS; i++) {
          rates.ours.push(await ours(world, pool, sink, signed));
          rates.peer.push(await peer(world, sink, signed));
        }
        console.log(`mails/s, ${signed ? 'signed' : 'unsigned'}: dispatch ${round(median(rates.ours))}, a job each and nodemailer's pool ${round(median(rates.peer))}, ratio ${round(median(rates.ours) / median(rates.peer))} (goal ${signed ? 3 : 6})`);
      }
    } finally {
      await ended(sink.child);
      await pool.end();
      await world.dispose();
    }
  });
}
