import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';

export interface Outcome {
  readonly code: number;
  readonly output: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly user?: { uid: number; gid: number };
  readonly timeoutMs: number;
}

/** The tools that run now (Maven, apt, nx): when we are to stop, nobody wants to wait for their end. */
const running = new Set<ChildProcess>();

function endGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  try {
    // With everything the tool has started itself.
    if (child.pid) process.kill(-child.pid, signal);
  } catch { /* it has ended */ }
}

/** Ends every tool that still runs; its caller sees it fail. */
export function endTools(): void {
  for (const child of running) endGroup(child, 'SIGTERM');
}

function supervise(child: ChildProcess, file: string, timeoutMs: number): Promise<number> {
  running.add(child);
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    endGroup(child, 'SIGKILL');
  }, timeoutMs);
  return new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      if (late) reject(new Error(`${file} did not end within ${timeoutMs / 1000} s`));
      else if (signal) reject(new Error(`${file} was ended by ${signal}`));
      else resolve(code ?? 1);
    });
  }).finally(() => {
    clearTimeout(timer);
    running.delete(child);
  });
}

/** Runs a tool to its end. @throws if it cannot be started, is ended by a signal, or takes too long. */
export async function run(file: string, args: readonly string[], { timeoutMs, cwd, env, user }: RunOptions): Promise<Outcome> {
  const child = spawn(file, args, { stdio: ['ignore', 'pipe', 'pipe'], detached: true, ...(cwd && { cwd }), ...(env && { env }), ...user });
  let output = '';
  const collect = (chunk: Buffer): void => { output = (output + chunk.toString('utf8')).slice(-20_000); };
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  const code = await supervise(child, file, timeoutMs);
  return { code, output: output.trim() };
}

/** As `run`, with the output appended to a file instead. @returns the exit code. */
export async function runLogged(file: string, args: readonly string[], logFile: string, { timeoutMs, cwd, env }: Omit<RunOptions, 'user'>): Promise<number> {
  mkdirSync(dirname(logFile), { recursive: true });
  const log = openSync(logFile, 'a');
  const child = spawn(file, args, { stdio: ['ignore', log, log], detached: true, ...(cwd && { cwd }), ...(env && { env }) });
  closeSync(log);
  return supervise(child, file, timeoutMs);
}
