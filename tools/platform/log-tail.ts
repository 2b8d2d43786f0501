import { existsSync, readFileSync } from 'node:fs';

/** The last lines of a log, shortened; '' if there is none. */
export function logTail(file: string, lines = 5, width = 300): string {
  if (!existsSync(file)) return '';
  return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-lines).map((line) => `  | ${line.slice(0, width)}`).join('\n');
}
