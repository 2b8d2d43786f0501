import { join } from 'node:path';
import type { Report } from '../addresses.ts';
import { endProcess } from '../process/end-process.ts';
import type { ProcessIdentity } from '../process/identity.ts';
import { PidFile } from '../process/pid-file.ts';

/** The pid file of each native server, and the signal that ends it in its orderly way. */
const SERVERS = [['Kafka', 'kafka.pid', 'SIGTERM'], ['PostgreSQL', 'postgres.pid', 'SIGINT'], ['Redis', 'redis.pid', 'SIGTERM']] as const;

/** The servers of this home that run now, whoever started them. */
export function running(home: string): { name: string; identity: ProcessIdentity }[] {
  return SERVERS.flatMap(([name, file]) => {
    const identity = new PidFile(join(home, file)).read();
    return identity ? [{ name, identity }] : [];
  });
}

/** Ends what a killed run left running in this home, by the identities it wrote down: never a process of anybody else. */
export async function endLeftovers(home: string, report: Report): Promise<void> {
  await Promise.all(SERVERS.map(async ([name, file, signal]) => {
    const pidFile = new PidFile(join(home, file));
    const identity = pidFile.read();
    if (identity) {
      report(`${name}: ending process ${identity.pid}, left by an earlier run`);
      await endProcess(identity, signal, 15_000);
    }
    pidFile.remove();
  }));
}
