/** Where a unit hangs from `from` on (null: since ever), until the next placement. Times are RFC 3339 in UTC. */
export interface Placement {
  parent: string | null;
  from: string | null;
}

const startOf = ({ from }: Placement): number => (from === null ? -Infinity : Date.parse(from));

/** The placement that holds at `at`; undefined before the unit's first. */
export function placementAt(placements: readonly Placement[], at: Date): Placement | undefined {
  return placements.findLast((placement) => startOf(placement) <= at.getTime());
}

/**
 * The placements after "its parent is `parent`" was said.
 * - A new unit has been there since ever, or since `validFrom`.
 * - With `validFrom`, the parent holds from then on, in place of whatever was there or planned after it.
 * - Without it, a change of parent holds from now; saying again what is so now changes nothing, planned moves included.
 */
export function place(placements: readonly Placement[], parent: string | null, validFrom: Date | undefined, now: Date): Placement[] {
  if (validFrom) return replaceFrom(placements, parent, validFrom);
  if (placements.length === 0) return [{ parent, from: null }];
  const current = placementAt(placements, now);
  // A unit that is still to begin is corrected, not moved.
  if (!current) return placements[0]!.parent === parent ? [...placements] : [{ ...placements[0]!, parent }];
  return current.parent === parent ? [...placements] : replaceFrom(placements, parent, now);
}

function replaceFrom(placements: readonly Placement[], parent: string | null, at: Date): Placement[] {
  const before = placements.filter((placement) => startOf(placement) < at.getTime());
  return before.at(-1)?.parent === parent && before.length > 0 ? before : [...before, { parent, from: at.toISOString() }];
}
