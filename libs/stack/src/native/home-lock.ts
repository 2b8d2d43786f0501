import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { identify, isRunning } from '../process/identity.ts';
import type { ProcessIdentity } from '../process/identity.ts';
import { RemedyError } from './remedy.ts';

/** Says that a home is in use, for as long as the process that took it lives; a killed one leaves no lock that counts. */
export class HomeLock {
  private readonly file: string;
  private readonly home: string;

  constructor(home: string) {
    this.home = home;
    this.file = join(home, 'owner.pid');
  }

  /** @throws RemedyError if another living process uses this home. */
  take(): void {
    mkdirSync(this.home, { recursive: true });
    for (let attempt = 0; attempt < 5; attempt++) {
      try {
        writeFileSync(this.file, JSON.stringify(identify(process.pid)), { flag: 'wx' });
        return;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      }
      const owner = this.owner();
      if (owner?.pid === process.pid) return;
      if (owner) throw new RemedyError(`${this.home} is in use by process ${owner.pid}`, 'end that one first, or set CANDOR_HOME to another folder');
      rmSync(this.file, { force: true });
    }
    throw new RemedyError(`${this.home} could not be locked`, `remove ${this.file} if nothing else starts there`);
  }

  /** The living process that uses the home, null if none does. */
  owner(): ProcessIdentity | null {
    try {
      const owner = JSON.parse(readFileSync(this.file, 'utf8')) as ProcessIdentity;
      return isRunning(owner) ? owner : null;
    } catch {
      return null;
    }
  }

  release(): void {
    if (this.owner()?.pid === process.pid) rmSync(this.file, { force: true });
  }
}
