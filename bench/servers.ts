import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { removeHome, startStack, temporaryHome, type Stack } from '@candor/stack';

/** Kafka, PostgreSQL and Redis of the benchmark's own, on free ports; `scratch()` finds them. */
export async function withServers<T>(work: (stack: Stack) => Promise<T>): Promise<T> {
  const home = temporaryHome();
  const root = join(import.meta.dirname, '..');
  const stack = await startStack({ home, root, env: process.env, purpose: 'tests', report: () => undefined });
  const { kafkaBrokers, databaseAdminUrl, redisUrl } = stack;
  process.env['CANDOR_TEST_STACK'] = JSON.stringify({ kafkaBrokers, databaseAdminUrl, redisUrl });
  try {
    return await work(stack);
  } finally {
    await stack.stop();
    await removeHome(home);
  }
}

/** Asks a process to end, and waits until it has. */
export async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}

/** Waits until a service on this machine is ready. @throws after a minute */
export async function ready(port: number): Promise<void> {
  for (const end = performance.now() + 60_000; performance.now() < end; ) {
    const answer = await fetch(`http://127.0.0.1:${port}/health/ready`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error('the service was not ready within a minute');
}
