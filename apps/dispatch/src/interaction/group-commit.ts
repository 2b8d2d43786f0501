interface Waiting<I, O> {
  item: I;
  resolve: (output: O) => void;
  reject: (error: unknown) => void;
}

/** At once when idle; otherwise what arrives within this time shares a transaction. */
const PACE_MS = 5;
const LARGEST_GROUP = 500;

/**
 * Lets calls that arrive at about the same time share one transaction: a durable commit for each alone is what makes single writes slow. One group at a time; a call
 * is answered once its group has committed.
 */
export class GroupCommit<I, O> {
  readonly #commit: (items: I[]) => Promise<O[]>;
  readonly #sizeOf: (item: I) => number;
  #waiting: Waiting<I, O>[] = [];
  #running = false;
  #lastRun = -Infinity;

  /** @param commit commits all items or throws; it gives an output for each, in order. */
  constructor(commit: (items: I[]) => Promise<O[]>, sizeOf: (item: I) => number) {
    this.#commit = commit;
    this.#sizeOf = sizeOf;
  }

  submit(item: I): Promise<O> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ item, resolve, reject });
      if (!this.#running) void this.#run();
    });
  }

  async #run(): Promise<void> {
    this.#running = true;
    while (this.#waiting.length > 0) {
      const pause = this.#lastRun + PACE_MS - performance.now();
      if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause));
      this.#lastRun = performance.now();
      await this.#settle(this.#take());
    }
    this.#running = false;
  }

  #take(): Waiting<I, O>[] {
    let size = 0;
    const end = this.#waiting.findIndex((one, index) => {
      size += this.#sizeOf(one.item);
      return index > 0 && size > LARGEST_GROUP;
    });
    return this.#waiting.splice(0, end < 0 ? this.#waiting.length : end);
  }

  async #settle(group: Waiting<I, O>[]): Promise<void> {
    try {
      const outputs = await this.#commit(group.map((one) => one.item));
      for (const [index, one] of group.entries()) one.resolve(outputs[index]!);
    } catch (error) {
      if (group.length === 1) return group[0]!.reject(error);
      // One of them may be at fault: nobody else is to suffer for it.
      for (const one of group) await this.#settle([one]);
    }
  }
}
