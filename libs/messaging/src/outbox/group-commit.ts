import { isTransient } from '@candor/database';
import { unavailable } from '@candor/http';
import { Pacer } from './pacer.ts';

export interface GroupCommitOptions<I> {
  /** Least time from the start of one transaction to that of the next, in ms. */
  pace: number;
  /** Most of one transaction; an item that is larger has one of its own. */
  most: number;
  /** How much of `most` an item takes; 1 unless given. */
  sizeOf?: (item: I) => number;
  /** Most items that may wait; more are refused, since they would only wait in vain. */
  queue: number;
}

interface Waiting<I, O> {
  item: I;
  resolve: (outcome: O) => void;
  reject: (error: unknown) => void;
}

/**
 * Stores what arrives within a few milliseconds in one transaction, one transaction at a time: at once while it is quiet, in growing groups
 * under load. Single items go before those that came in bulk, so that a long file does not delay a person's answer.
 */
export class GroupCommit<I, O> {
  readonly #commit: (items: I[]) => Promise<O[]>;
  readonly #options: GroupCommitOptions<I>;
  readonly #pacer: Pacer;
  readonly #single: Waiting<I, O>[] = [];
  readonly #bulk: Waiting<I, O>[] = [];
  #running: Promise<void> | undefined;

  /** @param commit stores all items or none, and says of each what became of it, in their order. */
  constructor(commit: (items: I[]) => Promise<O[]>, options: GroupCommitOptions<I>) {
    this.#commit = commit;
    this.#options = options;
    this.#pacer = new Pacer(options.pace);
  }

  /** Resolves once the item's transaction has committed. @throws Problem 503 INTAKE.FULL, or what the transaction threw */
  submit(item: I, lane: 'single' | 'bulk' = 'single'): Promise<O> {
    if (this.#single.length + this.#bulk.length >= this.#options.queue) return Promise.reject(unavailable('INTAKE.FULL', 'More arrives than can be stored at the moment; send it again'));
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
      await this.#store(this.#next());
    }
    // In the same step as the last look at the queues: what is submitted from now on begins a new run.
    this.#running = undefined;
  }

  #next(): Waiting<I, O>[] {
    const { most, sizeOf = () => 1 } = this.#options;
    const group: Waiting<I, O>[] = [];
    let size = 0;
    for (const lane of [this.#single, this.#bulk]) {
      let taken = 0;
      for (const one of lane) {
        size += sizeOf(one.item);
        if (size > most && group.length + taken > 0) break;
        taken += 1;
      }
      group.push(...lane.splice(0, taken));
    }
    return group;
  }

  async #store(group: Waiting<I, O>[]): Promise<void> {
    try {
      const outcomes = await this.#commit(group.map(({ item }) => item));
      group.forEach(({ resolve }, index) => resolve(outcomes[index]!));
    } catch (error) {
      if (group.length === 1 || isTransient(error)) return group.forEach(({ reject }) => reject(error));
      // One of them cannot be stored: it must not take the others with it. Where the servers are away, each alone would only wait as well.
      for (const one of group) await this.#store([one]);
    }
  }
}
