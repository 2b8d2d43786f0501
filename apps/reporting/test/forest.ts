/** The tree by its definition, written again: the tests' own count must not share the product's code. */
export interface Placement {
  parent: string | null;
  from: string | null;
}

/** Units and where they hung, as whoever keeps the catalogue knows it at the moment. */
export class Forest {
  readonly placements: Map<string, Placement[]>;

  constructor(units: Iterable<readonly [string, readonly Placement[]]>) {
    this.placements = new Map([...units].map(([unit, placements]) => [unit, [...placements]]));
  }

  copy(): Forest {
    return new Forest(this.placements);
  }

  /** From the root to the unit; undefined if the unit would be below itself. */
  path(unit: string, at: number): string[] | undefined {
    const path = [unit];
    for (;;) {
      const parent = this.#parent(path[0]!, at);
      if (parent === null) return path;
      if (path.includes(parent)) return undefined;
      path.unshift(parent);
    }
  }

  /** Says that the unit hangs below `parent` from `at` on. @returns false, and nothing changed, if that would make a circle at any time */
  move(unit: string, parent: string, at: number): boolean {
    const known = this.placements.get(unit)!;
    this.placements.set(unit, [...known.filter(({ from }) => from === null || Date.parse(from) < at), { parent, from: new Date(at).toISOString() }]);
    const moments = [0, ...[...this.placements.values()].flat().map(({ from }) => (from === null ? 0 : Date.parse(from)))];
    const sound = moments.every((moment) => [...this.placements.keys()].every((key) => this.path(key, moment)));
    if (!sound) this.placements.set(unit, known);
    return sound;
  }

  #parent(unit: string, at: number): string | null {
    let parent: string | null = null;
    for (const placement of this.placements.get(unit)!) if (placement.from === null || Date.parse(placement.from) <= at) parent = placement.parent;
    return parent;
  }
}
