import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { StackAddresses } from '@candor/stack';

/** The checkout's top folder. */
export function checkout(from = import.meta.dirname): string {
  let folder = from;
  while (!existsSync(join(folder, 'nx.json'))) {
    if (dirname(folder) === folder) throw new Error(`${from} is not inside the checkout`);
    folder = dirname(folder);
  }
  return folder;
}

/**
 * The servers that integration tests share: those of the run (`npm test` hands them over in CANDOR_TEST_STACK), else the
 * ones that `node tools/dev-stack.ts up` keeps running.
 */
export function testServers(env: NodeJS.ProcessEnv = process.env): StackAddresses {
  const given = env['CANDOR_TEST_STACK'];
  if (given) return JSON.parse(given) as StackAddresses;
  const file = join(checkout(), '.stack', 'dev', 'addresses.json');
  if (!existsSync(file)) throw new Error('No servers for integration tests: run `node tools/dev-stack.ts up` first, or `npm test`');
  return JSON.parse(readFileSync(file, 'utf8')) as StackAddresses;
}

/** The platform that end-to-end tests share, if the run has one: `npm test` hands over its front door in CANDOR_TEST_DOOR. */
export function sharedDoor(env: NodeJS.ProcessEnv = process.env): { readonly url: string; readonly apiKey: string } | null {
  const given = env['CANDOR_TEST_DOOR'];
  return given ? JSON.parse(given) as { url: string; apiKey: string } : null;
}
