/** A business unit as the catalogue lists it. */
export interface Unit {
  readonly key: string;
  readonly name: string;
  readonly parent: string | null;
  readonly timeZone: string;
  readonly closedAt?: string | null;
  /** The unit that took its place when it was closed. */
  readonly mergedInto?: string | null;
}

export interface UnitNode extends Unit {
  readonly children: readonly UnitNode[];
}

/** The visible units as a forest, in the order of their names: a unit whose parent is not visible is a root for this reader. */
export function forest(units: readonly Unit[], language = 'en'): UnitNode[] {
  const known = new Set(units.map((unit) => unit.key));
  const byParent = Map.groupBy(units, (unit) => (unit.parent !== null && known.has(unit.parent) ? unit.parent : null));
  const names = new Intl.Collator(language, { numeric: true });
  // A unit has one parent, so what can be reached from a root has no loop.
  const below = (parent: string | null): UnitNode[] =>
    (byParent.get(parent) ?? []).sort((a, b) => names.compare(a.name, b.name)).map((unit) => ({ ...unit, children: below(unit.key) }));
  return below(null);
}

/** The node of a key anywhere in the forest. */
export function findNode(nodes: readonly UnitNode[], key: string): UnitNode | undefined {
  for (const node of nodes) {
    const found = node.key === key ? node : findNode(node.children, key);
    if (found) return found;
  }
  return undefined;
}

/** From the root to the unit itself; empty for an unknown key. */
export function pathTo(units: readonly Unit[], key: string): Unit[] {
  const byKey = new Map(units.map((unit) => [unit.key, unit]));
  const path: Unit[] = [];
  for (let unit = byKey.get(key); unit !== undefined && !path.includes(unit); unit = unit.parent === null ? undefined : byKey.get(unit.parent)) path.unshift(unit);
  return path;
}

/** The units to compare inside a selection: the children of the one unit selected (or the unit itself where it has none), several as they are, the top of the tree when none is. */
export function unitsToCompare(nodes: readonly UnitNode[], selected: readonly string[]): UnitNode[] {
  if (selected.length > 1) return selected.flatMap((key) => findNode(nodes, key) ?? []);
  const only = selected[0] === undefined ? undefined : findNode(nodes, selected[0]);
  if (only) return only.children.length > 0 ? [...only.children] : [only];
  const single = nodes.length === 1 ? nodes[0] : undefined;
  return single && single.children.length > 0 ? [...single.children] : [...nodes];
}

/** The unit with those beside it. */
export function siblingsOf(nodes: readonly UnitNode[], key: string): readonly UnitNode[] {
  if (nodes.some((node) => node.key === key)) return nodes;
  return nodes.map(({ children }) => siblingsOf(children, key)).find((found) => found.length > 0) ?? [];
}

/** The units in the order of the tree, with how deep each hangs. */
export function inTreeOrder(nodes: readonly UnitNode[], depth = 0): { key: string; depth: number }[] {
  return nodes.flatMap(({ key, children }) => [{ key, depth }, ...inTreeOrder(children, depth + 1)]);
}

/** Every unit without units below it: the branches. */
export function leaves(nodes: readonly UnitNode[]): UnitNode[] {
  return nodes.flatMap((node) => (node.children.length === 0 ? [node] : leaves(node.children)));
}
