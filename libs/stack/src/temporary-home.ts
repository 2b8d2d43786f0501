import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HomeLock } from './native/home-lock.ts';
import { endLeftovers } from './native/leftovers.ts';
import { refuge } from './native/postgres-place.ts';

const PREFIX = 'candor-test-';

/**
 * A home for the servers of a test. Under CANDOR_TEST_HOME if the run has one, so that the run can end and remove whatever
 * a test that was killed has left there.
 */
export function temporaryHome(env: NodeJS.ProcessEnv = process.env): string {
  const parent = env['CANDOR_TEST_HOME'] || tmpdir();
  mkdirSync(parent, { recursive: true });
  const home = mkdtempSync(join(parent, PREFIX));
  // mkdtemp makes it 0700, where PostgreSQL's own user could not reach its data.
  chmodSync(home, 0o755);
  return home;
}

/** Removes a home and the homes inside it, after ending the servers that still run there. */
export async function removeHome(home: string): Promise<void> {
  const inside = existsSync(home) ? readdirSync(home).filter((name) => name.startsWith(PREFIX)) : [];
  await Promise.all(inside.map((name) => removeHome(join(home, name))));
  await endLeftovers(home, () => undefined);
  rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  rmSync(refuge(home), { recursive: true, force: true });
}

/** Clears what runs have left in the system's temporary folder that were killed themselves. */
export async function sweepAbandonedRuns(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const runHome = join(tmpdir(), name);
    // Homes without a lock belong to single tests run by hand, maybe right now.
    if (existsSync(join(runHome, 'owner.pid')) && !new HomeLock(runHome).owner()) await removeHome(runHome);
  }
}
