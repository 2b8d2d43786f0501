import type { Receipt } from './append.ts';

interface Waiter {
  receipt: Receipt;
  resolve: (reached: boolean) => void;
}

/** What the relay in this process has had acknowledged, and who waits for it. */
export class Acknowledged {
  readonly #sent = new Map<number, bigint>();
  readonly #waiters = new Set<Waiter>();

  advance(sent: Iterable<readonly [number, bigint]>): void {
    for (const [stream, number] of sent) if (number > (this.#sent.get(stream) ?? -1n)) this.#sent.set(stream, number);
    for (const waiter of this.#waiters) {
      if (!this.has(waiter.receipt)) continue;
      this.#waiters.delete(waiter);
      waiter.resolve(true);
    }
  }

  has(receipt: Receipt): boolean {
    return receipt.every(({ stream, number }) => (this.#sent.get(stream) ?? -1n) >= number);
  }

  /** @returns false if `ms` pass first */
  async wait(receipt: Receipt, ms: number): Promise<boolean> {
    if (this.has(receipt)) return true;
    return new Promise((resolve) => {
      const waiter: Waiter = {
        receipt,
        resolve: (reached) => {
          clearTimeout(timer);
          resolve(reached);
        },
      };
      const timer = setTimeout(() => {
        this.#waiters.delete(waiter);
        resolve(false);
      }, ms);
      this.#waiters.add(waiter);
    });
  }
}
