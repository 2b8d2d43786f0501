import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ServerControl } from '../stack.ts';
import { endProcess } from './end-process.ts';
import { identify, isRunning } from './identity.ts';
import type { ProcessIdentity } from './identity.ts';
import { PidFile } from './pid-file.ts';

export interface ServerCommand {
  readonly file: string;
  readonly args: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  readonly cwd?: string;
  /** Runs as this user (PostgreSQL refuses root). */
  readonly user?: { uid: number; gid: number };
}

export interface ServerOptions {
  readonly name: string;
  readonly pidFile: string;
  readonly logFile: string;
  readonly stopSignal: NodeJS.Signals;
  readonly stopGraceMs: number;
  readonly readyTimeoutMs: number;
  /** Whether it answers; called until it says yes, the process ends, or the time is over. */
  readonly probe: () => Promise<boolean>;
  /** Called after it has ended in order. */
  readonly stopped?: () => void;
  /** Called before every start: what to run. */
  readonly command: () => ServerCommand | Promise<ServerCommand>;
}

/**
 * One native server: starts on the same data again and again, and can be stopped, killed and paused on its own.
 * It runs in a process group of its own, so that Ctrl-C in the terminal reaches us alone and we stop things in order.
 */
export class ServerProcess implements ServerControl {
  readonly name: string;
  private readonly options: ServerOptions;
  private readonly pidFile: PidFile;
  private identity: ProcessIdentity | null = null;

  constructor(options: ServerOptions) {
    this.options = options;
    this.name = options.name;
    this.pidFile = new PidFile(options.pidFile);
  }

  /** The running process, also one that another run of ours has left. */
  get running(): ProcessIdentity | null {
    if (this.identity && isRunning(this.identity)) return this.identity;
    return this.pidFile.read();
  }

  /** Starts it unless it runs and answers. @returns whether it had to be started. */
  async ensure(): Promise<boolean> {
    if (this.running && await this.options.probe()) return false;
    // What runs without answering is a leftover, or hangs.
    await this.stop();
    await this.launch();
    return true;
  }

  /** @throws if it is not ready in time, with the end of its log. */
  async start(): Promise<void> {
    await this.ensure();
  }

  private async launch(): Promise<void> {
    const command = await this.options.command();
    mkdirSync(dirname(this.options.logFile), { recursive: true });
    const log = openSync(this.options.logFile, 'a');
    const child = spawn(command.file, command.args, {
      detached: true, stdio: ['ignore', log, log],
      ...(command.cwd && { cwd: command.cwd }), ...(command.env && { env: command.env }), ...command.user,
    });
    closeSync(log);
    const failed = new Promise<Error>((resolve) => child.once('error', resolve));
    const exited = new Promise<Error>((resolve) => child.once('exit', (code, signal) => resolve(new Error(`ended with ${signal ?? code}`))));
    child.unref();
    this.identity = child.pid ? identify(child.pid) : null;
    if (this.identity) this.pidFile.write(this.identity);
    await this.waitUntilReady(child, Promise.race([failed, exited]));
  }

  private async waitUntilReady(child: ChildProcess, ended: Promise<Error>): Promise<void> {
    const deadline = Date.now() + this.options.readyTimeoutMs;
    let end: Error | null = null;
    void ended.then((error) => { end = error; });
    while (Date.now() < deadline && !end) {
      if (await this.options.probe()) return;
      await sleep(50);
    }
    if (!end) await this.stop();
    const reason = (end as Error | null)?.message ?? `not ready after ${this.options.readyTimeoutMs / 1000} s`;
    throw new Error(`${this.name} did not start (${reason}, pid ${child.pid ?? 'none'}); its log ${this.options.logFile} ends with:\n${this.logTail()}`);
  }

  logTail(lines = 8): string {
    if (!existsSync(this.options.logFile)) return '';
    return readFileSync(this.options.logFile, 'utf8').trimEnd().split('\n').slice(-lines).join('\n');
  }

  /** Ends it in its own orderly way; does nothing if it does not run. */
  async stop(): Promise<void> {
    await this.end(this.options.stopSignal, this.options.stopGraceMs);
  }

  /** As a crash or a power cut of the process would: SIGKILL. */
  async kill(): Promise<void> {
    await this.end('SIGKILL', 10_000);
  }

  private async end(ask: NodeJS.Signals, graceMs: number): Promise<void> {
    const identity = this.running;
    if (identity && await endProcess(identity, ask, graceMs) && ask !== 'SIGKILL') this.options.stopped?.();
    this.identity = null;
    this.pidFile.remove();
  }

  /** Lets it hang without ending (SIGSTOP), as a long garbage collection or a frozen disk would. */
  async pause(): Promise<void> {
    if (this.running) process.kill(this.running.pid, 'SIGSTOP');
  }

  async resume(): Promise<void> {
    if (this.running) process.kill(this.running.pid, 'SIGCONT');
  }
}
