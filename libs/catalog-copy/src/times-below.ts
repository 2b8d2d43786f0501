import { placesOf, type Placed } from './places.ts';

/** Which units were below some others, or one of them, and when: whoever was never, is not here. */
export interface TimesBelow {
  named: readonly string[];
  /** Since ever, and by what is known for ever. */
  always: readonly string[];
  /** From `since` (null: since ever), up to but not at `until` (null: no end). A unit may have several. */
  periods: readonly { unit: string; since: string | null; until: string | null }[];
  /** All units that this was worked out for. */
  known: readonly string[];
}

/** By the placements that are known now, whatever was known then: as figures on the tree as it was have it. Works out only what ever hung below the units named. */
export function timesBelow(units: ReadonlyMap<string, Placed>, named: readonly string[]): TimesBelow {
  const always: string[] = [];
  const periods: TimesBelow['periods'][number][] = [];
  for (const unit of everBelow(units, named)) {
    const places = placesOf(units, unit);
    const inside = places.map(({ path }) => named.some((key) => path.includes(key)));
    if (inside.every(Boolean)) {
      always.push(unit);
      continue;
    }
    places.forEach(({ since }, i) => {
      if (inside[i] && !inside[i - 1]) periods.push({ unit, since, until: places[inside.indexOf(false, i)]?.since ?? null });
    });
  }
  return { named, always, periods, known: [...units.keys()] };
}

/** What has, at any time and by any way, had one of these above it. */
function everBelow(units: ReadonlyMap<string, Placed>, named: readonly string[]): Set<string> {
  const children = new Map<string, string[]>();
  for (const { key, placements } of units.values()) {
    for (const { parent } of placements) {
      if (parent === null) continue;
      const below = children.get(parent) ?? [];
      children.set(parent, below);
      below.push(key);
    }
  }
  const found = new Set<string>();
  const waiting = named.filter((key) => units.has(key));
  for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
    if (found.has(key)) continue;
    found.add(key);
    waiting.push(...(children.get(key) ?? []));
  }
  return found;
}
