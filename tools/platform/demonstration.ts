import { setTimeout as sleep } from 'node:timers/promises';
import { say, seconds } from './progress.ts';

const WITHIN_MS = 90_000;

interface DemoStatus {
  phase: 'off' | 'waiting' | 'people' | 'catalogue' | 'history' | 'live';
  history: { sent: number };
}

async function statusAt(sandbox: string): Promise<DemoStatus | null> {
  try {
    const response = await fetch(`${sandbox}/sandbox/demo`, { signal: AbortSignal.timeout(2000) });
    return response.ok ? await response.json() as DemoStatus : null;
  } catch {
    return null;
  }
}

/**
 * Waits until the sandbox has made its people known and sent its history, so that whoever opens the console meets figures.
 * A slow one is not waited for for ever: it goes on while people look.
 */
export async function untilDemonstrated(sandbox: string, signal: AbortSignal): Promise<void> {
  const began = performance.now();
  let status: DemoStatus | null = null;
  while (!signal.aborted && performance.now() - began < WITHIN_MS) {
    status = await statusAt(sandbox);
    if (status?.phase === 'off') return say(`People of the sandbox ready, ${seconds(began)}`);
    if (status?.phase === 'live') {
      const sent = status.history.sent > 0 ? ` (${status.history.sent.toLocaleString('en')} answers sent)` : '';
      return say(`Demonstration ready, ${seconds(began)}${sent}`);
    }
    await sleep(200, undefined, { signal }).catch(() => undefined);
  }
  if (!signal.aborted) say(`The demonstration is still being loaded (${status?.phase ?? 'the sandbox does not answer'}); figures follow`);
}
