/**
 * Answers accepted per second, validated and durable: single POSTs straight at `ingestion` with its PostgreSQL and Kafka, against a bare `node:http` server that reads the body and
 * does nothing. Beside it, with the whole platform scoring, reporting and alerting on the same machine: straight, through the gateway, and as NDJSON.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import autocannon from 'autocannon';
import { machine, median, round } from '../machine.ts';
import { numberedAnswers } from '../numbered-answers.ts';
import { scratch } from '@candor/testing';
import { freePort } from '@candor/stack';
import { publishCatalogue } from '../catalogue.ts';
import { withPlatform, type Bench } from '../running-platform.ts';
import { ended, ready, withServers } from '../servers.ts';

const ROUNDS = 3;
const SECONDS = 8;
const CONNECTIONS = 64;
let run = 0;

async function load(url: string, token: string): Promise<number> {
  run += 1;
  const result = await autocannon({
    url, connections: CONNECTIONS, duration: SECONDS,
    requests: [numberedAnswers(token, `bench-${process.pid}-${run}`, { score: 9, touchpoint: 'visit', unit: 'branch-3', comment: 'Quick and friendly, thank you.' })],
  });
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${url}: ${result.non2xx} refused, ${result.errors} errors`);
  return result.requests.average;
}

async function ndjson({ ingestion, token }: Bench): Promise<number> {
  const end = performance.now() + SECONDS * 1000;
  const began = performance.now();
  let accepted = 0;
  await Promise.all(Array.from({ length: 4 }, async (_, lane) => {
    for (let i = 0; performance.now() < end; i++) {
      const lines = Array.from({ length: 1000 }, (__, j) => JSON.stringify({ id: `nd-${process.pid}-${run}-${lane}-${i}-${j}`, score: j % 11, touchpoint: 'visit', unit: `branch-${j % 20}` }));
      const response = await fetch(`${ingestion}/v1/responses`, { method: 'POST', body: lines.join('\n'), headers: { 'content-type': 'application/x-ndjson', authorization: `Bearer ${token}` } });
      const body = (await response.json()) as { accepted: number };
      if (!response.ok || body.accepted !== 1000) throw new Error(`NDJSON answered ${response.status}: ${JSON.stringify(body).slice(0, 300)}`);
      accepted += body.accepted;
    }
  }));
  run += 1;
  return (accepted * 1000) / (performance.now() - began);
}

async function withPeer<T>(work: (url: string) => Promise<T>): Promise<T> {
  const peer = spawn(process.execPath, [join(import.meta.dirname, '..', 'peers', 'bare-http.ts')], { stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    const [port] = (await once(peer.stdout, 'data')) as [Buffer];
    return await work(`http://127.0.0.1:${port.toString().trim()}`);
  } finally {
    peer.kill();
    await once(peer, 'exit');
  }
}

/** The service as it runs, and nobody who reads what it publishes. */
async function alone(): Promise<{ ours: number; bare: number }> {
  const rates = { ours: [] as number[], bare: [] as number[] };
  await withServers(async () => {
    const world = await scratch('ingestion');
    await publishCatalogue(world);
    const port = await freePort();
    const child = spawn(process.execPath, ['--max-semi-space-size=64', join(import.meta.dirname, '../../apps/ingestion/dist/main.js')], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: {
        PATH: process.env['PATH'], PORT: String(port), DATABASE_URL: world.databaseUrl('ingestion'), KAFKA_BROKERS: world.kafkaBrokers, TOPIC_PREFIX: world.topicPrefix, REDIS_URL: world.redisUrl,
        TOKEN_JWKS: world.tokens.jwksJson, PUBLIC_URL: 'http://localhost:8080', LOG_LEVEL: 'error',
      },
    });
    try {
      await ready(port);
      const sign = () => world.tokens.sign({ subject: 'bench', kind: 'key', name: 'bench', roles: [], units: null, scopes: ['responses:write'] });
      const url = `http://127.0.0.1:${port}/v1/responses`;
      await load(url, await sign()); // warm-up
      for (let i = 0; i < ROUNDS; i++) {
        rates.ours.push(await load(url, await sign()));
        rates.bare.push(await withPeer((peer) => load(`${peer}/v1/responses`, 'none')));
      }
    } finally {
      await ended(child);
      await world.dispose();
    }
  });
  return { ours: median(rates.ours), bare: median(rates.bare) };
}

export async function intake(): Promise<void> {
  const { ours, bare } = await alone();
  console.log(`machine: ${machine()}; ${CONNECTIONS} connections, median of ${ROUNDS} rounds of ${SECONDS} s, everything on this machine`);
  console.log(`answers/s straight at ingestion   ${round(ours)}`);
  console.log(`requests/s of a bare node:http    ${round(bare)}`);
  console.log(`ratio (goal 0.5)                  ${(ours / bare).toFixed(2)}`);
  await withPlatform(async (bench) => {
    const { ingestion, running, token } = bench;
    const rates = { ours: [] as number[], gateway: [] as number[], ndjson: [] as number[] };
    await load(`${ingestion}/v1/responses`, token); // warm-up
    for (let i = 0; i < ROUNDS; i++) rates.ours.push(await load(`${ingestion}/v1/responses`, token));
    for (let i = 0; i < ROUNDS; i++) rates.gateway.push(await load(`${running.url}/v1/responses`, running.apiKey));
    // Last: what it leaves behind keeps the readers busy for a while.
    for (let i = 0; i < ROUNDS; i++) rates.ndjson.push(await ndjson(bench));
    console.log('with the whole platform beside it:');
    console.log(`answers/s straight at ingestion   ${round(median(rates.ours))}`);
    console.log(`answers/s through the gateway     ${round(median(rates.gateway))}`);
    console.log(`answers/s as NDJSON, 1,000 a time ${round(median(rates.ndjson))}`);
  });
}
