import { setTimeout as sleep } from 'node:timers/promises';
import type { ServerControl, Stack } from '../../libs/stack/src/index.ts';
import { seconds } from './progress.ts';

const LOOK_EVERY_MS = 1000;
const LONGEST_DELAY_MS = 30_000;

interface Watched extends ServerControl {
  readonly running: unknown;
}

const isWatched = (server: ServerControl): server is Watched => 'running' in server;

async function watch(server: Watched, signal: AbortSignal, say: (line: string) => void): Promise<void> {
  let delayMs = LOOK_EVERY_MS;
  while (!signal.aborted) {
    await sleep(delayMs, undefined, { signal }).catch(() => undefined);
    if (signal.aborted) return;
    if (server.running) {
      delayMs = LOOK_EVERY_MS;
      continue;
    }
    say(`${server.name} ended; starting it again on its data`);
    const began = performance.now();
    try {
      await server.start();
      say(`${server.name} is back, ${seconds(began)}`);
    } catch (error) {
      say((error as Error).message);
      delayMs = Math.min(delayMs * 2, LONGEST_DELAY_MS);
    }
  }
}

/** Starts native servers again that end by themselves, until the signal. Servers of others are their owners' business. */
export async function watchServers(stack: Stack, signal: AbortSignal, say: (line: string) => void): Promise<void> {
  if (stack.mode !== 'native') return;
  await Promise.all([stack.kafka, stack.postgres, stack.redis].filter(isWatched).map((server) => watch(server, signal, say)));
}
