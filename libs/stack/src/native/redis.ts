import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { redisAnswers } from '../probe/answers.ts';
import { ServerProcess } from '../process/server-process.ts';

export interface RedisOptions {
  readonly home: string;
  readonly program: string;
  readonly port: number;
}

export const redisUrl = (port: number): string => `redis://127.0.0.1:${port}`;

/** Redis on the loopback, appending to a file once a second: it wakes and paces, and may lose everything without harm. */
export function redisServer({ home, program, port }: RedisOptions): ServerProcess {
  const folder = join(home, 'redis', 'data');
  return new ServerProcess({
    name: 'Redis',
    pidFile: join(home, 'redis.pid'),
    logFile: join(home, 'log', 'redis.log'),
    stopSignal: 'SIGTERM', stopGraceMs: 10_000, readyTimeoutMs: 30_000,
    probe: () => redisAnswers(redisUrl(port)),
    command: () => {
      mkdirSync(folder, { recursive: true });
      return {
        file: program,
        // noeviction: a job queue must never lose entries to make room.
        args: ['--bind', '127.0.0.1', '--port', String(port), '--dir', folder, '--appendonly', 'yes', '--appendfsync', 'everysec', '--save', '', '--maxmemory-policy', 'noeviction', '--databases', '1024', '--daemonize', 'no'],
        cwd: folder,
      };
    },
  });
}
