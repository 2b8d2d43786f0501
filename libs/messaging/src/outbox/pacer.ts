/**
 * Paces work: at once if `ms` have passed since the last run, else when they have. Low latency while there is little to do, large
 * batches under load; a timer would always cost half its period, and always at once burns the processor.
 */
export class Pacer {
  readonly #ms: number;
  #last = -Infinity;

  constructor(ms: number) {
    this.#ms = ms;
  }

  /** Resolves when the next run may begin, and takes it. */
  async next(): Promise<void> {
    await this.rested();
    this.#last = performance.now();
  }

  /** Resolves when the next run might begin. */
  async rested(): Promise<void> {
    const wait = this.#last + this.#ms - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
  }
}
