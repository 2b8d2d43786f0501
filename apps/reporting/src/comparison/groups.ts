import type { SeenPath } from '../scores/as-was.ts';

/** Which answers a group holds: null is all of them. Days are half-open. */
export interface Group {
  units: readonly string[] | null;
  /** Whether a unit stands for what is below it too. */
  descendants: boolean;
  touchpoints: readonly string[] | null;
  from: string | null;
  to: string | null;
}

type Paths = readonly SeenPath[];

/** Whether an answer can be in both groups. Such groups must not be tested against each other: the test takes them for independent. */
export function shareAnswers(a: Group, b: Group, paths: Paths): boolean {
  const periods = before(a.from, b.to) && before(b.from, a.to);
  const touchpoints = a.touchpoints === null || b.touchpoints === null || a.touchpoints.some((touchpoint) => b.touchpoints!.includes(touchpoint));
  return periods && touchpoints && paths.some((path) => holds(a, path) && holds(b, path));
}

/** Whether every answer of the part, which is of the same time, is in the whole, so that the rest is the difference of their counts. */
export function isWithin(part: Group, whole: Group, paths: Paths): boolean {
  const touchpoints = whole.touchpoints === null || (part.touchpoints !== null && part.touchpoints.every((touchpoint) => whole.touchpoints!.includes(touchpoint)));
  return touchpoints && paths.every((path) => !holds(part, path) || holds(whole, path));
}

/** Two of the units that have answers in common, each standing for what is below it, the upper one first; null if there are none. */
export function overlapping(units: readonly string[], paths: Paths): [string, string] | null {
  for (const { path } of paths) {
    const [upper, lower] = path.filter((unit) => units.includes(unit));
    if (upper !== undefined && lower !== undefined) return [upper, lower];
  }
  return null;
}

function holds({ units, descendants }: Group, { unit, path }: SeenPath): boolean {
  if (units === null) return true;
  return descendants ? path.some((member) => units.includes(member)) : units.includes(unit);
}

const before = (from: string | null, to: string | null): boolean => from === null || to === null || from < to;
