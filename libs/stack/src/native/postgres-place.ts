import { createHash, randomUUID } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Report } from '../addresses.ts';
import { copyPrograms, packagedPostgres } from './postgres-binaries.ts';
import type { PostgresPrograms } from './postgres-binaries.ts';
import { canEnter, postgresUser } from './postgres-user.ts';
import type { SystemUser } from './postgres-user.ts';

export interface PostgresPlace {
  readonly programs: PostgresPrograms;
  /** Holds `data`; the user owns it. */
  readonly folder: string;
  readonly user?: SystemUser;
}

/** Where data goes that cannot stay in its home; named after the home, so that the same home finds it again. */
export const refuge = (home: string): string => join('/var/tmp', `candor-${createHash('sha256').update(home).digest('hex').slice(0, 12)}`);

/** Data in a refuge belongs to one life of the home: when the home was deleted and made again, what it left is cleared. */
function takeRefuge(home: string, user: SystemUser): string {
  const folder = refuge(home);
  const [mark, twin] = [join(home, 'postgres', 'refuge'), join(folder, 'home')];
  const read = (file: string): string => (existsSync(file) ? readFileSync(file, 'utf8') : '');
  if (!read(mark) || read(mark) !== read(twin)) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(mark, randomUUID());
    writeFileSync(twin, read(mark));
  }
  chownSync(folder, user.uid, user.gid);
  return folder;
}

/**
 * Decides where PostgreSQL's programs and data live. Started by root it runs as another user, who may be unable to
 * enter the checkout or the home; what it cannot reach is put under /var/tmp instead, and that is said.
 */
export async function postgresPlace(home: string, report: Report): Promise<PostgresPlace> {
  const user = await postgresUser(report);
  const packaged = packagedPostgres();
  const wanted = join(home, 'postgres');
  mkdirSync(wanted, { recursive: true });
  if (!user) return { programs: packaged, folder: wanted };
  let programs = packaged;
  if (!await canEnter(user, join(packaged.root, 'bin'))) {
    programs = copyPrograms(packaged, join('/var/tmp', `candor-postgres-${createHash('sha256').update(packaged.root).digest('hex').slice(0, 12)}`));
    report(`PostgreSQL: its programs are copied to ${programs.root}, since the user postgres cannot enter ${packaged.root}`);
  }
  chownSync(wanted, user.uid, user.gid);
  if (await canEnter(user, wanted)) return { programs, folder: wanted, user };
  const folder = takeRefuge(home, user);
  report(`PostgreSQL: its data lives in ${folder}, since the user postgres cannot enter ${home}`);
  return { programs, folder, user };
}
