import { setTimeout as delay } from 'node:timers/promises';

/** Long enough for a busy machine: a test that passes does not wait for it. */
const PATIENCE_MS = 45_000;

/**
 * Looks again and again until there is something.
 * @param seen What there is instead, told when the time is over
 * @returns what was found: anything but undefined and false
 * @throws Error naming what was waited for
 */
export async function eventually<T>(what: string, look: () => Promise<T | undefined | false> | T | undefined | false, { timeoutMs = PATIENCE_MS, seen }: { timeoutMs?: number; seen?: () => unknown } = {}): Promise<T> {
  for (const deadline = performance.now() + timeoutMs; ;) {
    const found = await look();
    if (found !== undefined && found !== false) return found;
    if (performance.now() > deadline) throw new Error(`not within ${timeoutMs} ms: ${what}${seen ? `; there is ${JSON.stringify(await seen())}` : ''}`);
    await delay(20);
  }
}
