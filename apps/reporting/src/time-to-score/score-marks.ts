const MOST = 20_000;

interface Mark {
  version: bigint;
  at: number;
}

/** When the figures first held what was counted up to a version of each source: a cell's version is the offset after the last record that was counted when it changed. */
export class ScoreMarks {
  readonly #marks = new Map<string, Mark[]>();

  /** @param at in ms */
  reached(source: string, version: bigint, at: number): void {
    const marks = this.#marks.get(source) ?? [];
    if (version <= (marks.at(-1)?.version ?? -1n)) return;
    marks.push({ version, at });
    if (marks.length > 2 * MOST) marks.splice(0, MOST);
    this.#marks.set(source, marks);
  }

  /** When the record at this offset was in the figures; undefined while it is not. */
  heldAt(source: string, offset: bigint): number | undefined {
    const marks = this.#marks.get(source) ?? [];
    let [low, high] = [0, marks.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (marks[middle]!.version > offset) high = middle;
      else low = middle + 1;
    }
    return marks[low]?.at;
  }
}
