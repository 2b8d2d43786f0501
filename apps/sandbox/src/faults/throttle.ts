/** What a throttling provider takes in a second, over all senders. */
export const THROTTLED_PER_SECOND = 2;
/** How long a slow one takes for each. */
export const SLOW_MS = 3_000;

/** Counts what came within the running second. */
export class Throttle {
  #second = 0;
  #count = 0;

  /** Whether one more is taken in this second. */
  takes(now = Date.now()): boolean {
    const second = Math.floor(now / 1000);
    if (this.#second !== second) [this.#second, this.#count] = [second, 0];
    return ++this.#count <= THROTTLED_PER_SECOND;
  }
}
