import { join } from 'node:path';
import { endProcess, PidFile } from '../../libs/stack/src/index.ts';
import { SERVICES } from './services.ts';

/** Ends the services that a killed run left in this home, by the identities it wrote down: never anybody else's process. */
export async function endLeftServices(home: string, say: (line: string) => void): Promise<void> {
  await Promise.all(SERVICES.map(async (service) => {
    const pidFile = new PidFile(join(home, 'run', `${service}.pid`));
    const identity = pidFile.read();
    if (identity) {
      say(`${service}: ending process ${identity.pid}, left by an earlier run`);
      await endProcess(identity, 'SIGTERM', 10_000);
    }
    pidFile.remove();
  }));
}
