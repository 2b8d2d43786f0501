import { placementAt, type Placement } from './placement.ts';

/** The placements of a unit and of everything that is or was above it, by key. */
export type Ancestry = ReadonlyMap<string, readonly Placement[]>;

/**
 * The way from `key` back to itself at the first moment at which the tree would hold a circle, or undefined.
 * Between two placements of anybody on the way nothing changes, so only those moments are looked at.
 */
export function findCycle(key: string, ancestry: Ancestry): string[] | undefined {
  const moments = new Set([...ancestry.values()].flat().map(({ from }) => (from === null ? 0 : Date.parse(from))));
  for (const moment of [...moments].sort((a, b) => a - b)) {
    const way = cycleAt(key, ancestry, new Date(moment));
    if (way) return way;
  }
  return undefined;
}

function cycleAt(key: string, ancestry: Ancestry, at: Date): string[] | undefined {
  const way = [key];
  for (let next = parentAt(key, ancestry, at); next !== null; next = parentAt(next, ancestry, at)) {
    way.push(next);
    if (next === key) return way;
    // A circle higher up that does not pass through this unit cannot come from this change.
    if (way.indexOf(next) < way.length - 1) return undefined;
  }
  return undefined;
}

function parentAt(key: string, ancestry: Ancestry, at: Date): string | null {
  return placementAt(ancestry.get(key) ?? [], at)?.parent ?? null;
}
