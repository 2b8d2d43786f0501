/** Each connection keeps a plan of every name, so there must be an end to them. */
const MOST = 100;

/**
 * Names for statements that the server then parses and plans once per connection. Planning the sums of a figure takes two to four times as long as reading them, and
 * people ask in few ways: what is asked first gets a name, and whatever comes when all are given is planned each time.
 */
export class PlannedOnce {
  readonly #names = new Map<string, string>();

  nameOf(text: string): string | undefined {
    const known = this.#names.get(text);
    if (known !== undefined || this.#names.size >= MOST) return known;
    const name = `scores-${this.#names.size}`;
    this.#names.set(text, name);
    return name;
  }
}
