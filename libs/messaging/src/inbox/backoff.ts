/** Pauses that double from 100 ms to 3 s, by place; success forgets. */
export class Backoff {
  readonly #attempts = new Map<string, number>();

  /** Milliseconds to wait now. */
  next(place: string): number {
    const attempt = this.#attempts.get(place) ?? 0;
    this.#attempts.set(place, attempt + 1);
    return Math.min(100 * 2 ** attempt, 3000);
  }

  attempts(place: string): number {
    return this.#attempts.get(place) ?? 0;
  }

  succeeded(place: string): void {
    this.#attempts.delete(place);
  }
}
