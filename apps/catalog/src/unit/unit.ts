import type { Placement } from './placement.ts';
import { place, placementAt } from './placement.ts';

/** A business unit as it is kept. */
export interface Unit {
  key: string;
  name: string;
  /** As given; null: that of its parent. */
  ownTimeZone: string | null;
  /** The one that holds: its own, its parent's, UTC at the top. */
  timeZone: string;
  placements: Placement[];
  version: number;
  changedAt: string;
  closedAt: string | null;
  /** Closed into this one, below which it hangs since then; null otherwise. */
  mergedInto: string | null;
}

export interface PutUnit {
  key: string;
  name: string;
  parent: string | null;
  timeZone?: string | undefined;
  validFrom?: Date | undefined;
}

export const DEFAULT_TIME_ZONE = 'UTC';

/**
 * The unit after the command: the same object if nothing changed, so that saying it twice makes no second version.
 * Putting a closed unit opens it again.
 * @param parentTimeZone of the parent that holds now
 */
export function putUnit(existing: Unit | undefined, command: PutUnit, parentTimeZone: string | undefined, now: Date): Unit {
  const placements = place(existing?.placements ?? [], command.parent, command.validFrom, now);
  const ownTimeZone = command.timeZone ?? null;
  const timeZone = ownTimeZone ?? parentTimeZone ?? DEFAULT_TIME_ZONE;
  const said = { name: command.name, ownTimeZone, timeZone, placements, closedAt: null, mergedInto: null };
  if (existing && sameContent(existing, said)) return existing;
  return { key: command.key, ...said, version: (existing?.version ?? 0) + 1, changedAt: now.toISOString() };
}

/** Already closed: the same object. */
export function closeUnit(unit: Unit, now: Date): Unit {
  if (unit.closedAt !== null) return unit;
  return { ...unit, closedAt: now.toISOString(), version: unit.version + 1, changedAt: now.toISOString() };
}

/** Closed, and from `from` (or now) on below its successor: what it heard until then stays where it was, and counts for the successor on the tree as it is. */
export function mergeUnit(unit: Unit, into: string, from: Date | undefined, now: Date): Unit {
  const placements = place(unit.placements, into, from ?? (unit.mergedInto === into ? undefined : now), now);
  const said = { closedAt: unit.closedAt ?? now.toISOString(), mergedInto: into, placements };
  if (sameContent(unit, { ...unit, ...said })) return unit;
  return { ...unit, ...said, version: unit.version + 1, changedAt: now.toISOString() };
}

/** The unit under a parent whose time zone changed; the same object if it has one of its own. */
export function inheritTimeZone(unit: Unit, parentTimeZone: string, now: Date): Unit {
  if (unit.ownTimeZone !== null || unit.timeZone === parentTimeZone) return unit;
  return { ...unit, timeZone: parentTimeZone, version: unit.version + 1, changedAt: now.toISOString() };
}

/** The parent now; for a unit that is still to begin, its first. */
export function currentParent({ placements }: Pick<Unit, 'placements'>, now: Date): string | null {
  return (placementAt(placements, now) ?? placements[0])?.parent ?? null;
}

function sameContent(existing: Unit, said: Pick<Unit, 'name' | 'ownTimeZone' | 'timeZone' | 'placements' | 'closedAt' | 'mergedInto'>): boolean {
  return (
    existing.name === said.name && existing.ownTimeZone === said.ownTimeZone && existing.timeZone === said.timeZone && existing.closedAt === said.closedAt && existing.mergedInto === said.mergedInto &&
    existing.placements.length === said.placements.length &&
    existing.placements.every(({ parent, from }, index) => parent === said.placements[index]!.parent && from === said.placements[index]!.from)
  );
}
