/**
 * `node tools/dev-stack.ts up|down`: one set of servers in the background for integration tests run by hand.
 * `up` may be called again and again; it prints the addresses, which are also in .stack/dev/addresses.json.
 */
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { prepareNative } from '../libs/stack/src/index.ts';

const root = join(import.meta.dirname, '..');
const home = join(root, '.stack', 'dev');
const file = join(home, 'addresses.json');
const command = process.argv[2];
const say = (line: string): void => { process.stderr.write(`${line}\n`); };

if (command !== 'up' && command !== 'down') {
  say('usage: node tools/dev-stack.ts up|down');
  process.exit(2);
}
if (command === 'down' && !existsSync(home)) process.exit(0);

const stack = await prepareNative({
  home, shared: join(root, '.stack'), kafkaPom: join(root, 'libs', 'stack', 'kafka', 'pom.xml'), env: process.env,
  detached: true, report: say,
});
if (command === 'up') {
  await stack.start();
  const { kafkaBrokers, databaseAdminUrl, redisUrl } = stack;
  const addresses = JSON.stringify({ kafkaBrokers, databaseAdminUrl, redisUrl }, null, 2);
  mkdirSync(home, { recursive: true });
  writeFileSync(`${file}.new`, `${addresses}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
  process.stdout.write(`${addresses}\n`);
} else {
  await stack.stop();
  rmSync(file, { force: true });
}
