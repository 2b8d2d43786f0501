/** The most recently used values by token, each until its own end. */
export class TokenCache<T> {
  readonly #entries = new Map<string, { value: T; expiresAt: number }>();
  readonly #size: number;

  constructor(size: number) {
    this.#size = size;
  }

  get(token: string, now: number): T | undefined {
    const entry = this.#entries.get(token);
    if (!entry) return undefined;
    this.#entries.delete(token);
    if (entry.expiresAt <= now) return undefined;
    // A Map iterates in order of insertion, so putting it back marks it as the most recently used.
    this.#entries.set(token, entry);
    return entry.value;
  }

  set(token: string, value: T, expiresAt: number): void {
    this.#entries.set(token, { value, expiresAt });
    if (this.#entries.size > this.#size) this.#entries.delete(this.#entries.keys().next().value!);
  }
}
