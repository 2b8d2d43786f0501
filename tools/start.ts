/** `npm start`: brings up the whole platform, stays in the foreground, and ends everything on SIGINT and SIGTERM. */
import { join } from 'node:path';
import process from 'node:process';
import { RemedyError } from '../libs/stack/src/index.ts';
import { box } from './platform/box.ts';
import { readSettings } from './platform/config.ts';
import { Platform } from './platform/platform.ts';
import { say, seconds } from './platform/progress.ts';

const began = performance.now();
let platform: Platform | null = null;
let starting: Promise<unknown> = Promise.resolve();
let ending = false;

async function end(code: number): Promise<void> {
  if (ending) return;
  ending = true;
  const since = performance.now();
  const stopped = platform?.stop();
  // What is being brought up right now is ended once it is there.
  await starting.catch(() => undefined);
  await stopped;
  await platform?.stop();
  if (code === 0) say(`Stopped, ${seconds(since)}`);
  process.exit(code);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    if (!ending) say('\nStopping');
    void end(0);
  });
}
// The launcher was killed: there is nobody left to stop us.
process.on('disconnect', () => { void end(0); });
process.channel?.unref();

try {
  const settings = readSettings(join(import.meta.dirname, '..'), process.env);
  platform = new Platform(settings);
  starting = platform.start();
  const apiKey = await starting as string;
  say(box(settings, apiKey, seconds(began)));
} catch (error) {
  if (!ending) {
    const text = error instanceof RemedyError ? error.message : (error as Error).stack ?? String(error);
    process.stderr.write(`${text}\n`);
    await end(1);
  }
}
