import type { Unit } from './entries.ts';

type Units = ReadonlyMap<string, Pick<Unit, 'key' | 'placements'>>;

/** No organisation is that deep; a circle, which the catalogue refuses, would be. */
const MAX_DEPTH = 100;

/** The unit above it at that time: the placement that began last. null for a root. */
export function parentAt({ placements }: Pick<Unit, 'placements'>, at: Date): string | null {
  let parent: string | null = null;
  let began = -Infinity;
  for (const placement of placements) {
    const from = placement.from === null ? -Infinity : Date.parse(placement.from);
    if (from <= at.getTime() && from >= began) [parent, began] = [placement.parent, from];
  }
  return parent;
}

/** From the root to the unit itself, as the tree was at that time. Ends at what is not known. */
export function pathAt(units: Units, key: string, at: Date): string[] {
  const path: string[] = [];
  for (let current: string | null = key; current !== null && path.length < MAX_DEPTH && !path.includes(current);) {
    path.push(current);
    const unit = units.get(current);
    current = unit ? parentAt(unit, at) : null;
  }
  return path.reverse();
}

/** These units and everything below them at that time. */
export function withDescendantsAt(units: Units, roots: Iterable<string>, at: Date): Set<string> {
  const children = new Map<string, string[]>();
  for (const unit of units.values()) {
    const parent = parentAt(unit, at);
    if (parent === null) continue;
    const siblings = children.get(parent) ?? [];
    children.set(parent, siblings);
    siblings.push(unit.key);
  }
  const found = new Set<string>();
  const waiting = [...roots].filter((key) => units.has(key));
  for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
    if (found.has(key)) continue;
    found.add(key);
    waiting.push(...(children.get(key) ?? []));
  }
  return found;
}
