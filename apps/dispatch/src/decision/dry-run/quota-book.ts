/** The places of a quota, given to the most valuable of each cell. Holds the values of those who have one, so as many numbers as there are places. */
export class QuotaBook {
  readonly #places: number;
  readonly #cells = new Map<string, number[]>();

  constructor(places: number) {
    this.#places = places;
  }

  /** @returns whether it gets a place, and whether somebody less valuable loses theirs. */
  offer(cell: string, value: number): { granted: boolean; displaces: boolean } {
    const values = this.#cells.get(cell) ?? [];
    this.#cells.set(cell, values);
    if (values.length < this.#places) {
      values.push(value);
      return { granted: true, displaces: false };
    }
    const least = values.indexOf(Math.min(...values));
    if (value <= values[least]!) return { granted: false, displaces: false };
    values[least] = value;
    return { granted: true, displaces: true };
  }
}
