import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const schema = z.object({
  /** When the demonstration began: what was extraordinary in it is dated from there. */
  base: z.coerce.date(),
  /** History has been sent up to here; null before. */
  historyUntil: z.coerce.date().nullable(),
  /** The next customer of live traffic that nobody has met. */
  nextCustomer: z.int(),
  /** API keys of the colleagues who work on tasks. */
  colleagues: z.record(z.string(), z.string()).default({}),
});
export type DemoState = z.infer<typeof schema>;

/** What must outlive a restart, so that seeding goes on where it was. Lost, it is seeded again: ids are stable. */
export class DemoMemory {
  readonly #file: string | undefined;
  #state: DemoState;

  /** @param home absent: nothing outlives the process */
  constructor(home: string | undefined, fresh: DemoState) {
    this.#file = home === undefined ? undefined : join(home, 'demo.json');
    if (home !== undefined) mkdirSync(home, { recursive: true });
    this.#state = (this.#file === undefined ? undefined : read(this.#file)) ?? fresh;
  }

  get state(): DemoState {
    return this.#state;
  }

  change(part: Partial<DemoState>): void {
    this.#state = { ...this.#state, ...part };
    if (this.#file === undefined) return;
    // Renamed into place: a crash leaves the old file or the new one, never half of one.
    writeFileSync(`${this.#file}.new`, JSON.stringify(this.#state));
    renameSync(`${this.#file}.new`, this.#file);
  }
}

function read(file: string): DemoState | undefined {
  try {
    return schema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return undefined;
  }
}
