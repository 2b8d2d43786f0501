import process from 'node:process';

// The reader may go away before we do (a closed terminal, a pipe to head): we stop then, we do not crash.
process.stdout.on('error', () => undefined);
process.stderr.on('error', () => undefined);

export const seconds = (since: number): string => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/** One line for people. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Says that a step is done, and how long it took. */
export async function step<T>(name: string, work: () => Promise<T>): Promise<T> {
  const began = performance.now();
  const result = await work();
  say(`${name} ready, ${seconds(began)}`);
  return result;
}
