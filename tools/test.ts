/** `npm test`: lint, types, unit, build, integration and end-to-end tests. The last line is `N passed, N failed`. */
import { join } from 'node:path';
import process from 'node:process';
import { endTools, HomeLock, RemedyError, removeHome, startStack, sweepAbandonedRuns, temporaryHome } from '../libs/stack/src/index.ts';
import type { Stack } from '../libs/stack/src/index.ts';
import { say, seconds } from './platform/progress.ts';
import { ensureChromium } from './testing/chromium.ts';
import { build, jest, lint, types, withOwnNode } from './testing/steps.ts';
import type { Finding, Surroundings } from './testing/steps.ts';
import { add, lastLine, NOTHING } from './testing/tally.ts';

const root = join(import.meta.dirname, '..');
const runHome = temporaryHome();
new HomeLock(runHome).take();
const around: Surroundings = { root, runHome, env: withOwnNode({ ...process.env, CANDOR_TEST_HOME: runHome }) };

let stack: Stack | null = null;
let ended = false;
let total = NOTHING;

async function finish(code: number, line: string): Promise<void> {
  if (ended) return;
  ended = true;
  endTools();
  await stack?.stop();
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

async function step(name: string, work: () => Promise<Finding>): Promise<boolean> {
  if (ended) return false;
  const began = performance.now();
  const { tally, complaints } = await work().catch(failure);
  if (ended) return false;
  total = add(total, tally);
  for (const complaint of complaints) say(`\n${complaint.trim()}\n`);
  say(`${name.padEnd(6)} ${lastLine(tally)}, ${seconds(began)}`);
  return tally.failed === 0;
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
  return jest({ ...around, env: { ...around.env, CANDOR_CHROMIUM: chromium } }, 'e2e');
}

await sweepAbandonedRuns();
await step('lint', () => lint(around));
await step('types', () => types(around));
await step('unit', () => jest(around, 'unit'));
const built = await step('build', () => build(around));
await step('int', integration);
await step('e2e', () => endToEnd(built));
await finish(total.failed === 0 ? 0 : 1, lastLine(total));
