import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PidFile } from '@candor/stack';

/** One service of a running platform, and the faults that a test may cause it. */
export interface RunningService {
  /** @throws if it does not run at the moment. */
  pid(): number;
  /** SIGKILL; the platform starts it again. */
  kill(): void;
  pause(): void;
  resume(): void;
  log(): string;
}

export function runningService(home: string, name: string): RunningService {
  const pidFile = new PidFile(join(home, 'run', `${name}.pid`));
  const pid = (): number => {
    const running = pidFile.read();
    if (!running) throw new Error(`${name} does not run now`);
    return running.pid;
  };
  return {
    pid,
    kill: () => process.kill(pid(), 'SIGKILL'),
    pause: () => process.kill(pid(), 'SIGSTOP'),
    resume: () => process.kill(pid(), 'SIGCONT'),
    log: () => readFileSync(join(home, 'log', `${name}.log`), 'utf8'),
  };
}
