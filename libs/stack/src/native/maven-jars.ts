import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { findProgram } from './find-program.ts';
import { RemedyError } from './remedy.ts';
import { runLogged } from './run.ts';

export interface Jars {
  /** What they are, for the one who waits or must mend. */
  readonly what: string;
  /** Names them as dependencies. */
  readonly pom: string;
  /** Where they come to lie. */
  readonly folder: string;
  readonly log: string;
  /** Where programs are looked for. */
  readonly path: string;
  /** What to do where Maven is missing, beside installing it. */
  readonly otherwise?: string;
}

/** Whether a folder was fetched whole: it has its name only then. */
export const haveJars = (folder: string): boolean => existsSync(folder) && readdirSync(folder).some((name) => name.endsWith('.jar'));

/** Fetches the jars that a pom names, unless they are there. @throws RemedyError */
export async function mavenJars({ what, pom, folder, log, path, otherwise }: Jars): Promise<void> {
  if (haveJars(folder)) return;
  const maven = findProgram('mvn', path);
  if (!maven) throw new RemedyError(`${what} cannot be fetched without Maven`, `install it (Debian: apt-get install maven)${otherwise ? `, or ${otherwise}` : ''}`);
  const partial = `${folder}.partial-${process.pid}`;
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(dirname(partial), { recursive: true });
  const code = await runLogged(maven, ['-B', '-f', pom, 'dependency:copy-dependencies', `-DoutputDirectory=${partial}`, '-DincludeScope=runtime'], log, { timeoutMs: 600_000 });
  if (code !== 0 || !haveJars(partial)) throw new RemedyError(`Maven could not fetch ${what}`, `see ${log}; is its repository reachable?`);
  // Renamed when whole, so that an interrupted fetch is never taken for a complete one.
  if (haveJars(folder)) rmSync(partial, { recursive: true, force: true });
  else {
    rmSync(folder, { recursive: true, force: true });
    renameSync(partial, folder);
  }
}
