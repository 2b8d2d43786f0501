import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { endProcess, identify, PidFile } from '../../libs/stack/src/index.ts';
import { logTail } from './log-tail.ts';
import { seconds } from './progress.ts';

export interface ServiceOptions {
  readonly name: string;
  readonly entryPoint: string;
  readonly env: Readonly<Record<string, string>>;
  readonly home: string;
  readonly port: number;
  readonly say: (line: string) => void;
}

const FIRST_DELAY_MS = 250;
const LONGEST_DELAY_MS = 10_000;
/** A service that ran this long has recovered: the next fall starts with the first delay again. */
const SOUND_AFTER_MS = 60_000;
/** A service that falls this often without once being ready has a reason that waiting does not mend. */
export const HOPELESS_FALLS = 4;
const BACK_WITHIN_MS = 120_000;
const STOP_GRACE_MS = 15_000;

/** One service as a process of its own, started again whenever it ends without being asked to. */
export class ServiceProcess {
  readonly name: string;
  readonly logFile: string;
  private readonly options: ServiceOptions;
  private readonly pidFile: PidFile;
  private child: ChildProcess | null = null;
  private stopping = false;
  private delayMs = FIRST_DELAY_MS;
  /** Since it was last ready. */
  private falls = 0;
  private readonly wake = new AbortController();

  constructor(options: ServiceOptions) {
    this.options = options;
    this.name = options.name;
    this.logFile = join(options.home, 'log', `${options.name}.log`);
    this.pidFile = new PidFile(join(options.home, 'run', `${options.name}.pid`));
  }

  start(): void {
    mkdirSync(dirname(this.logFile), { recursive: true });
    const log = openSync(this.logFile, 'a');
    const began = performance.now();
    const child = spawn(process.execPath, ['--import', join(import.meta.dirname, 'end-with-parent.mjs'), this.options.entryPoint], {
      // A group of its own: Ctrl-C reaches the supervisor alone, which ends things in order.
      detached: true, stdio: ['ignore', log, log, 'ipc'], env: this.options.env, cwd: dirname(dirname(this.options.entryPoint)),
    });
    closeSync(log);
    this.child = child;
    const identity = child.pid ? identify(child.pid) : null;
    if (identity) this.pidFile.write(identity);
    child.once('error', (error) => this.options.say(`${this.name} could not be started: ${error.message}`));
    child.once('exit', (code, signal) => { void this.restart(signal ?? `exit code ${code}`, performance.now() - began); });
  }

  private async restart(reason: string, lived: number): Promise<void> {
    this.child = null;
    this.pidFile.remove();
    if (this.stopping) return;
    if (lived > SOUND_AFTER_MS) this.delayMs = FIRST_DELAY_MS;
    this.falls++;
    this.options.say(`${this.name} ended (${reason}); starting it again in ${this.delayMs / 1000} s, see ${this.logFile}`);
    await sleep(this.delayMs, undefined, { signal: this.wake.signal }).catch(() => undefined);
    this.delayMs = Math.min(this.delayMs * 2, LONGEST_DELAY_MS);
    if (this.stopping) return;
    const began = performance.now();
    this.start();
    const { child } = this;
    if (await this.untilReady(BACK_WITHIN_MS) && this.child === child) this.options.say(`${this.name} is back, ${seconds(began)}`);
  }

  async ready(): Promise<boolean> {
    try {
      const response = await fetch(`http://127.0.0.1:${this.options.port}/health/ready`, { signal: AbortSignal.timeout(2000) });
      await response.body?.cancel();
      return response.ok;
    } catch {
      return false;
    }
  }

  /** Waits until it is ready, or the time is over, or it has fallen `mostFalls` times, or we are stopping. */
  async untilReady(timeoutMs: number, mostFalls = Infinity): Promise<boolean> {
    const deadline = performance.now() + timeoutMs;
    while (!this.stopping && this.falls < mostFalls && performance.now() < deadline) {
      if (await this.ready()) {
        this.falls = 0;
        return true;
      }
      await sleep(100, undefined, { signal: this.wake.signal }).catch(() => undefined);
    }
    return false;
  }

  lastWords(): string {
    return logTail(this.logFile);
  }

  /** From now on its end is no accident: it is not started again. */
  release(): void {
    this.stopping = true;
    this.wake.abort();
  }

  /** Asks it to end, and ends it after a grace. */
  async stop(): Promise<void> {
    this.release();
    const identity = this.child?.pid ? identify(this.child.pid) : null;
    if (identity) await endProcess(identity, 'SIGTERM', STOP_GRACE_MS);
    this.pidFile.remove();
  }
}
