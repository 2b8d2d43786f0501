import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { endProcess, freePort, identify, removeHome, startStack, temporaryHome, until } from '@candor/stack';
import type { Stack } from '@candor/stack';
import { checkout } from '../servers.ts';
import { runningService } from './running-service.ts';
import type { RunningService } from './running-service.ts';

export interface PlatformOptions {
  /** Whether the sandbox makes up a bank and its customers; otherwise an empty programme. */
  readonly demo?: boolean;
  /** More variables for `npm start`. */
  readonly env?: Readonly<Record<string, string>>;
}

/** The whole platform as `npm start` runs it, with servers of its own that the test may stop. */
export interface RunningPlatform {
  readonly url: string;
  readonly apiKey: string;
  readonly home: string;
  readonly stack: Stack;
  /** What `npm start` has printed. */
  output(): string;
  service(name: string): RunningService;
  /** A request with the API key. A `json` is sent as JSON; headers of the init win. */
  request(path: string, init?: RequestInit & { json?: unknown }): Promise<Response>;
  /** Whether GET /health/ready answers 200. */
  ready(): Promise<boolean>;
  /** Ends `npm start` and starts it again on the same data; the servers run on. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

const START_WITHIN_MS = 170_000;

async function answersOk(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(2000) });
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
}

/** `npm start` as a child of this process: it ends when we do, even if we are killed. */
function start(root: string, env: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, [join(root, 'tools', 'start.mjs')], {
    cwd: root, stdio: ['ignore', 'pipe', 'pipe', 'ipc'], env: { ...process.env, NODE_OPTIONS: '', ...env },
  });
  const identity = identify(child.pid ?? 0);
  let [output, ended] = ['', false];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => { output += chunk.toString('utf8'); });
  child.once('exit', () => { ended = true; });
  return {
    output: () => output, ended: () => ended,
    stop: async () => {
      if (identity) await endProcess(identity, 'SIGTERM', 40_000);
      if (child.connected) child.disconnect();
    },
  };
}

/** Starts the built platform; call it in `beforeAll` (with a time limit of minutes) and `stop` in `afterAll`. */
export async function platform({ demo = false, env = {} }: PlatformOptions = {}): Promise<RunningPlatform> {
  const [root, home] = [checkout(), temporaryHome()];
  const servers = join(home, 'candor-test-servers');
  const stack = await startStack({ home: servers, root, env: process.env, purpose: 'tests', report: () => undefined });
  const [port, apiKey] = [await freePort(), `ck_test_${randomBytes(18).toString('base64url')}`];
  const url = `http://127.0.0.1:${port}`;
  const variables = {
    CANDOR_HOME: home, PORT: String(port), CANDOR_DEMO: demo ? 'on' : 'off', CANDOR_API_KEY: apiKey, PUBLIC_URL: url,
    // Servers given by address outlive this run: nothing of it may be met by the next one.
    ...(stack.mode === 'external' && { CANDOR_DATABASE: `t${randomBytes(6).toString('hex')}`, TOPIC_PREFIX: `t${randomBytes(6).toString('hex')}.` }),
    CANDOR_STACK: 'external', KAFKA_BROKERS: stack.kafkaBrokers, DATABASE_URL: stack.databaseAdminUrl, REDIS_URL: stack.redisUrl, ...env,
  };
  let run = start(root, variables);
  const ready = (): Promise<boolean> => answersOk(`${url}/health/ready`);
  const stop = async (): Promise<void> => {
    await run.stop();
    await stack.stop();
    await removeHome(home);
  };
  const untilStarted = async (): Promise<void> => {
    // Its own last word, not only the first 200: the box is printed once every service is ready.
    await until(async () => run.ended() || (run.output().includes('Candor is ready') && await ready()), START_WITHIN_MS);
    if (!run.ended() && await ready()) return;
    await stop();
    throw new Error(`The platform did not start:\n${run.output()}`);
  };
  await untilStarted();
  return {
    url, apiKey, home, stack, output: () => run.output(), service: (name) => runningService(home, name), ready, stop,
    restart: async () => {
      await run.stop();
      run = start(root, variables);
      await untilStarted();
    },
    request: (path, { json, headers, ...init } = {}) => fetch(`${url}${path}`, {
      ...init, ...(json !== undefined && { body: JSON.stringify(json) }),
      headers: { authorization: `Bearer ${apiKey}`, ...(json !== undefined && { 'content-type': 'application/json' }), ...headers as Record<string, string> },
    }),
  };
}
