/** A place that a unit had in the tree when it was answered or asked about: `path` runs from the root to the unit itself. */
export interface SeenPath {
  unit: string;
  path: readonly string[];
}

/**
 * The least part of the selected units whose answers cover those of all of them and that no answer shares, or null if there is none:
 * a unit that has moved into a selected one was beside it before and below it since.
 */
export function disjointTops(selected: readonly string[], paths: readonly SeenPath[]): string[] | null {
  const chosen = new Set(selected);
  const below = new Set<string>();
  const beside = new Set<string>();
  for (const { path } of paths) {
    const [top, ...rest] = path.filter((unit) => chosen.has(unit));
    if (top !== undefined) beside.add(top);
    for (const unit of rest) below.add(unit);
  }
  for (const unit of below) if (beside.has(unit)) return null;
  return [...chosen].filter((unit) => !below.has(unit));
}

/** The units whose answers all count below one of the selected, and those of which some do: units that have moved in or out. */
export function ownUnitsOf(selected: readonly string[], paths: readonly SeenPath[]): { whole: string[]; partly: string[] } {
  const chosen = new Set(selected);
  const inside = new Map<string, { some: boolean; all: boolean }>();
  for (const { unit, path } of paths) {
    const hit = path.some((member) => chosen.has(member));
    const held = inside.get(unit) ?? { some: false, all: true };
    inside.set(unit, { some: held.some || hit, all: held.all && hit });
  }
  const whole = [...inside].filter(([, { all }]) => all).map(([unit]) => unit);
  const partly = [...inside].filter(([, { some, all }]) => some && !all).map(([unit]) => unit);
  return { whole, partly };
}
