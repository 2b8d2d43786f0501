import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { isRunning } from './identity.ts';
import type { ProcessIdentity } from './identity.ts';

/** Remembers a process across our own death, so that the next run can end what a killed run left behind. */
export class PidFile {
  readonly path: string;

  constructor(path: string) {
    this.path = path;
  }

  write(identity: ProcessIdentity): void {
    mkdirSync(dirname(this.path), { recursive: true });
    writeFileSync(`${this.path}.new`, JSON.stringify(identity));
    renameSync(`${this.path}.new`, this.path);
  }

  /** The process if it still runs; a file that is absent, broken or outlived by its process gives null. */
  read(): ProcessIdentity | null {
    try {
      const { pid, started } = JSON.parse(readFileSync(this.path, 'utf8')) as ProcessIdentity;
      const identity = { pid, started };
      return isRunning(identity) ? identity : null;
    } catch {
      return null;
    }
  }

  remove(): void {
    rmSync(this.path, { force: true });
  }
}
