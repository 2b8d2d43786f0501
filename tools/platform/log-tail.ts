import { existsSync, readFileSync } from 'node:fs';

const STACK_FRAME = /^\s+at /;

/** The last lines of a log that say something (no stack frames), shortened; '' if there is none. */
export function logTail(file: string, lines = 5, width = 300): string {
  if (!existsSync(file)) return '';
  return readFileSync(file, 'utf8').trimEnd().split('\n').filter((line) => line.trim() && !STACK_FRAME.test(line)).slice(-lines).map((line) => `  | ${line.slice(0, width)}`).join('\n');
}
