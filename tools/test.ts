/**
 * `npm test`: lint, types, unit, build, integration and end-to-end tests. The last line is `N passed, N failed`.
 * `npm test lint unit` runs only those steps.
 */
import { join } from 'node:path';
import process from 'node:process';
import { endTools, HomeLock, RemedyError, removeHome, startStack, sweepAbandonedRuns, temporaryHome } from '../libs/stack/src/index.ts';
import type { Stack } from '../libs/stack/src/index.ts';
import type { RunningPlatform } from '../libs/testing/src/index.ts';
import { say, seconds } from './platform/progress.ts';
import { ensureChromium } from './testing/chromium.ts';
import { build, jest, lint, types, withOwnNode } from './testing/steps.ts';
import type { Finding, Surroundings } from './testing/steps.ts';
import { add, lastLine, NOTHING } from './testing/tally.ts';

const root = join(import.meta.dirname, '..');
const runHome = temporaryHome();
new HomeLock(runHome).take();
// What this process starts itself lives there too.
process.env['CANDOR_TEST_HOME'] = runHome;
const around: Surroundings = { root, runHome, env: withOwnNode(process.env) };

let stack: Stack | null = null;
let shared: RunningPlatform | null = null;
let ended = false;
let total = NOTHING;

async function finish(code: number, line: string): Promise<void> {
  if (ended) return;
  ended = true;
  endTools();
  await Promise.all([stack?.stop(), shared?.stop()]);
  // What a killed test left: servers of its own in homes under this one.
  await removeHome(runHome);
  say(line);
  process.exit(code);
}

const interrupt = (): void => { void finish(1, lastLine(add(total, { passed: 0, failed: 1 }))); };
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, interrupt);
process.on('disconnect', interrupt);
process.channel?.unref();

const failure = (error: unknown): Finding => ({
  tally: { passed: 0, failed: 1 },
  complaints: [error instanceof RemedyError ? error.message : (error as Error).stack ?? String(error)],
});

async function step(name: string, work: () => Promise<Finding>): Promise<void> {
  if (ended) return;
  const began = performance.now();
  const { tally, complaints } = await work().catch(failure);
  if (ended) return;
  total = add(total, tally);
  for (const complaint of complaints) say(`\n${complaint.trim()}\n`);
  say(`${name.padEnd(6)} ${lastLine(tally)}, ${seconds(began)}`);
}

async function integration(): Promise<Finding> {
  stack = await startStack({ home: join(runHome, 'candor-test-shared'), root, env: around.env, purpose: 'tests', report: say });
  const { kafkaBrokers, databaseAdminUrl, redisUrl } = stack;
  const found = await jest({ ...around, env: { ...around.env, CANDOR_TEST_STACK: JSON.stringify({ kafkaBrokers, databaseAdminUrl, redisUrl }) } }, 'int');
  await stack.stop();
  stack = null;
  return found;
}

async function endToEnd(built: boolean): Promise<Finding> {
  if (!built) throw new RemedyError('The end-to-end tests were not run', 'mend the build first');
  const chromium = await ensureChromium(runHome, around.env);
  // Only now: it is built, not read as source.
  const { platform } = await import('@candor/testing');
  shared = await platform();
  const door = JSON.stringify({ url: shared.url, apiKey: shared.apiKey });
  const found = await jest({ ...around, env: { ...around.env, CANDOR_CHROMIUM: chromium, CANDOR_TEST_DOOR: door } }, 'e2e');
  await shared.stop();
  shared = null;
  return found;
}

let built = true;
const STEPS: Record<string, () => Promise<Finding>> = {
  lint: () => lint(around),
  types: () => types(around),
  unit: () => jest(around, 'unit'),
  build: async () => {
    const found = await build(around);
    built = found.tally.failed === 0;
    return found;
  },
  int: integration,
  e2e: () => endToEnd(built),
};

const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => !(name in STEPS));
if (unknown.length > 0) {
  await finish(2, `There is no step ${unknown.join(', ')}: choose from ${Object.keys(STEPS).join(', ')}`);
}
await sweepAbandonedRuns();
for (const [name, work] of Object.entries(STEPS)) {
  if (chosen.length === 0 || chosen.includes(name)) await step(name, work);
}
await finish(total.failed === 0 ? 0 : 1, lastLine(total));
