import type { Unit } from './entries.ts';
import { pathAt } from './tree.ts';

export type Placed = Pick<Unit, 'key' | 'placements'>;

/** Where a unit hung from `since` (null: since ever) until the next place. */
export interface Place {
  since: string | null;
  /** Root to unit; or from what is not known yet to the unit. */
  path: string[];
  /** Whether everything on the path has been heard of. */
  known: boolean;
}

/** Everywhere a unit has hung, in the order of time: a move of anything above it is a place of its own. */
export function placesOf(units: ReadonlyMap<string, Placed>, key: string): Place[] {
  const places: Place[] = [];
  for (const since of [null, ...momentsAbove(units, key)]) {
    const path = pathAt(units, key, new Date(since ?? -8.64e15));
    const place = { since, path, known: units.has(path[0]!) };
    if (places.length === 0 || nameOf(places.at(-1)!) !== nameOf(place)) places.push(place);
  }
  return places;
}

/** The first moment for which two histories of a unit differ: null: since ever; undefined: nowhere. */
export function differsFrom(before: readonly Place[], after: readonly Place[]): string | null | undefined {
  const moments = [...new Set([...before, ...after].map(({ since }) => since))].sort((a, b) => timeOf(a) - timeOf(b));
  return moments.find((moment) => pathFrom(before, moment) !== pathFrom(after, moment));
}

const timeOf = (since: string | null): number => (since === null ? -Infinity : Date.parse(since));
const nameOf = ({ path, known }: Place): string => `${known ? '' : '?'}${path.join('/')}`;

function pathFrom(places: readonly Place[], moment: string | null): string | undefined {
  const place = places.findLast(({ since }) => timeOf(since) <= timeOf(moment));
  return place && nameOf(place);
}

/** When anything moved that the unit is, was or will be below, itself included. */
function momentsAbove(units: ReadonlyMap<string, Placed>, key: string): string[] {
  const seen = new Set<string>();
  const moments = new Set<number>();
  const waiting = [key];
  for (let current = waiting.pop(); current !== undefined; current = waiting.pop()) {
    if (seen.has(current)) continue;
    seen.add(current);
    for (const { parent, from } of units.get(current)?.placements ?? []) {
      if (from !== null) moments.add(Date.parse(from));
      if (parent !== null) waiting.push(parent);
    }
  }
  return [...moments].sort((a, b) => a - b).map((moment) => new Date(moment).toISOString());
}
