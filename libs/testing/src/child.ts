import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { checkout } from './servers.ts';

/** A process of its own that runs a source file, for tests that kill or stop it. */
export interface Child {
  readonly process: ChildProcess;
  /** Everything it has written, line by line; errors too. */
  readonly lines: string[];
  /** Resolves with the first line (of all it has written and will write) that matches. @throws when it ends or `timeoutMs` pass first */
  line(pattern: RegExp, timeoutMs?: number): Promise<string>;
  /** Sends a signal, and for those that end it waits for the end. */
  signal(name: 'SIGKILL' | 'SIGTERM' | 'SIGSTOP' | 'SIGCONT'): Promise<void>;
}

/** Runs a TypeScript file (an absolute path) under the project's own Node, without a build. */
export function runChild(file: string, env: Record<string, string> = {}): Child {
  const hooks = pathToFileURL(join(checkout(), 'tools', 'typescript.mjs')).href;
  const child = spawn(process.execPath, ['--conditions=@candor/source', '--import', hooks, file], {
    env: { PATH: process.env['PATH'] ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  const listeners = new Set<() => void>();
  const tell = () => listeners.forEach((listener) => listener());
  for (const stream of [child.stdout, child.stderr]) createInterface({ input: stream }).on('line', (text) => {
    lines.push(text);
    tell();
  });
  let ended = false;
  const end = new Promise<void>((resolve) => child.once('exit', () => {
    ended = true;
    resolve();
    tell();
  }));
  return {
    process: child,
    lines,
    line: (pattern, timeoutMs = 45_000) => new Promise((resolve, reject) => {
      const settle = (done: () => void) => {
        clearTimeout(timer);
        listeners.delete(look);
        done();
      };
      const fail = (why: string) => settle(() => reject(new Error(`${why} before ${pattern}:\n${lines.slice(-20).join('\n')}`)));
      const look = () => {
        const found = lines.find((text) => pattern.test(text));
        if (found !== undefined) settle(() => resolve(found));
        else if (ended) fail('it ended');
      };
      const timer = setTimeout(() => fail(`${timeoutMs} ms passed`), timeoutMs);
      listeners.add(look);
      look();
    }),
    signal: async (name) => {
      if (ended) return;
      child.kill(name);
      if (name === 'SIGKILL' || name === 'SIGTERM') await end;
    },
  };
}
