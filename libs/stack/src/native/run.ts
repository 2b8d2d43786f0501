import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';

export interface Outcome {
  readonly code: number;
  readonly output: string;
}

/** Runs a tool to its end. @throws only if it cannot be started at all or takes too long. */
export function run(file: string, args: readonly string[], options: {
  cwd?: string; env?: NodeJS.ProcessEnv; user?: { uid: number; gid: number }; timeoutMs: number; input?: string;
}): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, {
      stdio: ['pipe', 'pipe', 'pipe'], timeout: options.timeoutMs, killSignal: 'SIGKILL',
      ...(options.cwd && { cwd: options.cwd }), ...(options.env && { env: options.env }), ...options.user,
    });
    let output = '';
    const collect = (chunk: Buffer): void => { output = (output + chunk.toString('utf8')).slice(-20_000); };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.stdin.on('error', () => undefined);
    child.stdin.end(options.input ?? '');
    child.once('error', reject);
    child.once('close', (code, signal) => {
      if (signal) reject(new Error(`${file} was ended by ${signal} (limit ${options.timeoutMs / 1000} s)\n${output}`));
      else resolve({ code: code ?? 1, output: output.trim() });
    });
  });
}

/** As `run`, with the output appended to a file instead. @returns the exit code. */
export function runLogged(file: string, args: readonly string[], logFile: string, options: {
  cwd?: string; env?: NodeJS.ProcessEnv; timeoutMs: number;
}): Promise<number> {
  mkdirSync(dirname(logFile), { recursive: true });
  const log = openSync(logFile, 'a');
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, {
      stdio: ['ignore', log, log], timeout: options.timeoutMs, killSignal: 'SIGKILL',
      ...(options.cwd && { cwd: options.cwd }), ...(options.env && { env: options.env }),
    });
    closeSync(log);
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
}
