/** The front door of a running platform, as commands for operators use it. */
import { argv, env, exit, stderr, stdout } from 'node:process';

export const SERVICES = ['catalog', 'dispatch', 'ingestion', 'scoring', 'alerting', 'reporting'];

export interface Door {
  /** @throws with the problem's detail for anything but a 2xx */
  call(method: string, path: string, body?: object): Promise<unknown>;
}

/** @param under what paths begin with */
export function doorTo(url: string, apiKey: string, under: string): Door {
  return {
    call: async (method, path, body) => {
      const response = await fetch(`${url}${under}${path}`, {
        method,
        headers: { authorization: `Bearer ${apiKey}`, ...(body && { 'content-type': 'application/json' }) },
        ...(body && { body: JSON.stringify(body) }),
      });
      const answer = (await response.json().catch(() => ({}))) as { title?: string; detail?: string };
      if (!response.ok) throw new Error(`${response.status} ${answer.title ?? response.statusText}${answer.detail ? `: ${answer.detail}` : ''}`);
      return answer;
    },
  };
}

export type Command = (args: readonly string[], door: Door, say: (line: string) => void) => Promise<number>;

/** Runs a command with what the caller has given it, and ends the process with its code. */
export async function runCommand(command: Command, usage: string, under: string): Promise<never> {
  const apiKey = env['CANDOR_API_KEY'];
  if (!apiKey) {
    stderr.write(`CANDOR_API_KEY is not set\n${usage}\n`);
    exit(2);
  }
  try {
    exit(await command(argv.slice(2), doorTo((env['CANDOR_URL'] ?? 'http://localhost:8080').replace(/\/+$/, ''), apiKey, under), (line) => stdout.write(`${line}\n`)));
  } catch (error) {
    stderr.write(`${(error as Error).message}\n`);
    exit(1);
  }
}
