import { setTimeout as sleep } from 'node:timers/promises';

/** Asks again and again until the answer is yes. @returns false when the time is over. */
export async function until(probe: () => Promise<boolean>, timeoutMs: number, everyMs = 100): Promise<boolean> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    if (await probe()) return true;
    if (Date.now() >= deadline) return false;
    await sleep(everyMs);
  }
}
