import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { run, runLogged } from '../../libs/stack/src/index.ts';
import { add, NOTHING, tallyJest } from './tally.ts';
import type { Tally } from './tally.ts';

const MINUTE = 60_000;

export interface Finding {
  readonly tally: Tally;
  /** What a person has to read, if anything. */
  readonly complaints: readonly string[];
}

export interface Surroundings {
  readonly root: string;
  readonly runHome: string;
  readonly env: NodeJS.ProcessEnv;
}

/** A program of node_modules that ends well or not: one check. */
async function check({ root, env }: Surroundings, program: string, ...args: string[]): Promise<Finding> {
  const { code, output } = await run(process.execPath, [join(root, 'node_modules', program), ...args], { cwd: root, env, timeoutMs: 10 * MINUTE });
  return code === 0 ? { tally: { passed: 1, failed: 0 }, complaints: [] } : { tally: { passed: 0, failed: 1 }, complaints: [output] };
}

async function all(checks: Promise<Finding>[]): Promise<Finding> {
  const findings = await Promise.all(checks);
  return { tally: findings.map(({ tally }) => tally).reduce(add, NOTHING), complaints: findings.flatMap(({ complaints }) => complaints) };
}

const NX = 'nx/dist/bin/nx.js';

/** ESLint on everything; first the project graph, without which its boundary rule skips silently. */
export async function lint(around: Surroundings): Promise<Finding> {
  const graph = await check(around, NX, 'show', 'projects');
  return graph.tally.failed > 0 ? graph : check(around, 'eslint/bin/eslint.js', '--max-warnings', '0', '.');
}

const TSCONFIGS = ['tsconfig.json', 'apps/console/tsconfig.json', 'apps/survey/tsconfig.json'];

/** The compiler on every project that has a configuration of its own. */
export const types = (around: Surroundings): Promise<Finding> =>
  all(TSCONFIGS.filter((file) => existsSync(join(around.root, file))).map((file) => check(around, 'typescript/bin/tsc', '--noEmit', '-p', file)));

export const build = (around: Surroundings): Promise<Finding> => check(around, NX, 'run-many', '-t', 'build', '--outputStyle=static');

/** One level of tests by Jest. */
export async function jest({ root, runHome, env }: Surroundings, level: 'unit' | 'int' | 'e2e'): Promise<Finding> {
  const [resultFile, log] = [join(runHome, `${level}.json`), join(runHome, `${level}.log`)];
  const args = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', join(root, 'node_modules', 'jest', 'bin', 'jest.js'), '--ci', '--json', `--outputFile=${resultFile}`];
  let end: string;
  try {
    end = `exit code ${await runLogged(process.execPath, args, log, {
      cwd: root, timeoutMs: 40 * MINUTE,
      // The workers are started by Jest and get its options only by the environment.
      env: { ...env, JEST_LEVEL: level, NODE_OPTIONS: '--experimental-vm-modules --disable-warning=ExperimentalWarning', FORCE_COLOR: '0' },
    })}`;
  } catch (error) {
    end = (error as Error).message;
  }
  const output = existsSync(log) ? readFileSync(log, 'utf8') : '';
  if (!existsSync(resultFile)) return { tally: { passed: 0, failed: 1 }, complaints: [`Jest gave no result (${end}):\n${output.slice(-5000)}`] };
  const found = tallyJest(JSON.parse(readFileSync(resultFile, 'utf8')) as Parameters<typeof tallyJest>[0], output);
  if (end === 'exit code 0' || found.tally.failed > 0) return found;
  return { tally: add(found.tally, { passed: 0, failed: 1 }), complaints: [...found.complaints, `Jest ended with ${end} although every test passed:\n${output.slice(-3000)}`] };
}

/** Where `process.execPath` lies must come first, so that what tests start by name is the project's Node too. */
export const withOwnNode = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv => ({ ...env, PATH: `${dirname(process.execPath)}:${env['PATH'] ?? ''}`, NX_DAEMON: 'false', NX_TUI: 'false', NO_COLOR: '1' });
