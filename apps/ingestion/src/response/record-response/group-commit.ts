import { Pacer } from '@candor/messaging';

export interface GroupCommitOptions {
  /** Least time from the start of one transaction to that of the next, in ms. */
  pace: number;
  /** Most items in one transaction. */
  most: number;
  /** Most items that may wait; more are refused, since they would only wait in vain. */
  queue: number;
  /** Whether an error is of the servers, and not of what was stored. */
  isTransient: (error: unknown) => boolean;
}

interface Waiting<I, O> {
  item: I;
  resolve: (outcome: O) => void;
  reject: (error: unknown) => void;
}

/** More items wait than can be stored in any useful time. */
export class QueueFull extends Error {
  override readonly name = 'QueueFull';
}

/**
 * Stores what arrives within a few milliseconds in one transaction, one transaction at a time: at once while it is quiet, in growing groups
 * under load. Single items go before those that came in bulk, so that a long file does not delay a person's answer.
 */
export class GroupCommit<I, O> {
  readonly #commit: (items: I[]) => Promise<O[]>;
  readonly #options: GroupCommitOptions;
  readonly #pacer: Pacer;
  readonly #single: Waiting<I, O>[] = [];
  readonly #bulk: Waiting<I, O>[] = [];
  #running: Promise<void> | undefined;

  /** @param commit stores all items or none, and says of each what became of it, in their order. */
  constructor(commit: (items: I[]) => Promise<O[]>, options: GroupCommitOptions) {
    this.#commit = commit;
    this.#options = options;
    this.#pacer = new Pacer(options.pace);
  }

  /** Resolves once the item's transaction has committed. @throws QueueFull, or what the transaction threw */
  submit(item: I, lane: 'single' | 'bulk' = 'single'): Promise<O> {
    if (this.#single.length + this.#bulk.length >= this.#options.queue) return Promise.reject(new QueueFull('Too many answers wait to be stored'));
    const stored = new Promise<O>((resolve, reject) => {
      (lane === 'single' ? this.#single : this.#bulk).push({ item, resolve, reject });
    });
    this.#running ??= this.#run();
    return stored;
  }

  /** Resolves when nothing waits any more. */
  async idle(): Promise<void> {
    while (this.#running) await this.#running;
  }

  async #run(): Promise<void> {
    while (this.#single.length + this.#bulk.length > 0) {
      await this.#pacer.next();
      const group = this.#single.splice(0, this.#options.most);
      group.push(...this.#bulk.splice(0, this.#options.most - group.length));
      await this.#store(group);
    }
    // In the same step as the last look at the queues: what is submitted from now on begins a new run.
    this.#running = undefined;
  }

  async #store(group: Waiting<I, O>[]): Promise<void> {
    try {
      const outcomes = await this.#commit(group.map(({ item }) => item));
      group.forEach(({ resolve }, index) => resolve(outcomes[index]!));
    } catch (error) {
      if (group.length === 1 || this.#options.isTransient(error)) return group.forEach(({ reject }) => reject(error));
      // One of them cannot be stored: it must not take the others with it.
      for (const one of group) await this.#store([one]);
    }
  }
}
