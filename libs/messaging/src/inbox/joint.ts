import { isTransient } from '@candor/database';
import { Pacer } from '../outbox/index.ts';
import { applyAlone, applyTogether, type Work } from './apply.ts';
import type { Handler } from './handlers.ts';
import type { Target } from './transaction.ts';

interface Waiting {
  work: Work;
  resolve: () => void;
  reject: (error: unknown) => void;
}

/**
 * Applies what a consumer has in hand in one transaction, one at a time: a fetch under load brings a few events of each partition, and a transaction costs the same
 * for one event as for hundreds. What cannot be applied together is applied alone, so that no partition suffers for another.
 */
export class Joint {
  readonly #target: Target;
  readonly #pacer: Pacer;
  #waiting: Waiting[] = [];
  #running = false;

  /** @param pace least time from the start of one transaction to that of the next, in ms */
  constructor(target: Target, pace: number) {
    this.#target = target;
    this.#pacer = new Pacer(pace);
  }

  /** Resolves once the work's transaction has committed. @throws Fenced, or an error that is transient */
  apply(work: Work): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ work, resolve, reject });
      if (!this.#running) void this.#run();
    });
  }

  /** Resolves when the next transaction might begin. Whoever fetches waits for it first: what comes meanwhile is then in that transaction, not in the one after it. */
  rested(): Promise<void> {
    return this.#pacer.rested();
  }

  async #run(): Promise<void> {
    this.#running = true;
    while (this.#waiting.length > 0) {
      await this.#pacer.next();
      // The batches of one fetch come one after the other, in one turn of the event loop.
      await new Promise((resolve) => setImmediate(resolve));
      await this.#applyNext(this.#next());
    }
    this.#running = false;
  }

  /** As much as each handler takes in one transaction, at least one work. */
  #next(): Waiting[] {
    const taken = new Map<Handler, number>();
    const [next, rest] = [[] as Waiting[], [] as Waiting[]];
    for (const one of this.#waiting) {
      const { handler, events } = one.work;
      const before = taken.get(handler);
      const fits = before === undefined || before + events.length <= handler.maxEvents;
      if (fits) taken.set(handler, (before ?? 0) + events.length);
      (fits ? next : rest).push(one);
    }
    this.#waiting = rest;
    return next;
  }

  async #applyNext(next: readonly Waiting[]): Promise<void> {
    if (next.length > 1) {
      try {
        await applyTogether(this.#target, next.map(({ work }) => work));
        return next.forEach(({ resolve }) => resolve());
      } catch (error) {
        if (isTransient(error)) return next.forEach(({ reject }) => reject(error));
      }
    }
    for (const { work, resolve, reject } of next) await applyAlone(this.#target, work).then(resolve, reject);
  }
}
