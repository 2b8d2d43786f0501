import { setTimeout as sleep } from 'node:timers/promises';
import { isRunning } from './identity.ts';
import type { ProcessIdentity } from './identity.ts';

function signal(identity: ProcessIdentity, name: NodeJS.Signals): void {
  if (!isRunning(identity)) return;
  try {
    process.kill(identity.pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

export async function waitUntilGone(identity: ProcessIdentity, timeoutMs: number): Promise<boolean> {
  const deadline = Date.now() + timeoutMs;
  while (isRunning(identity)) {
    if (Date.now() >= deadline) return false;
    await sleep(20);
  }
  return true;
}

/**
 * Asks a process to end, and ends it if it does not within the time given. A stopped (SIGSTOP) process is continued
 * first, or it would never hear. Only the very process of that identity is signalled.
 * @returns whether it ended by itself.
 */
export async function endProcess(identity: ProcessIdentity, ask: NodeJS.Signals, graceMs: number): Promise<boolean> {
  signal(identity, ask);
  signal(identity, 'SIGCONT');
  if (await waitUntilGone(identity, graceMs)) return true;
  signal(identity, 'SIGKILL');
  await waitUntilGone(identity, 10_000);
  return false;
}
