/** Lets so many at a time do something; the others wait their turn. */
export class Slots {
  readonly #waiting: (() => void)[] = [];
  #free: number;

  constructor(most: number) {
    this.#free = most;
  }

  /**
   * @param deadline on the clock of `performance.now()`
   * @returns what `work` does; undefined, without having begun, if its turn comes later than the deadline
   */
  async within<T>(deadline: number, work: () => Promise<T>): Promise<T | undefined> {
    if (this.#free > 0) this.#free -= 1;
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
    try {
      return performance.now() < deadline ? await work() : undefined;
    } finally {
      // Whoever waits longest takes this slot over.
      const next = this.#waiting.shift();
      if (next) next();
      else this.#free += 1;
    }
  }
}
