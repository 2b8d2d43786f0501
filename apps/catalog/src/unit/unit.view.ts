import { key } from '@candor/contracts';
import { z } from 'zod';
import { currentParent, type Unit } from './unit.ts';

const placement = z.object({ parent: key.nullable(), from: z.string().nullable() });

/** A unit as it is answered. */
export const unitView = z.object({
  key,
  name: z.string(),
  /** Now; null at the top. */
  parent: key.nullable(),
  /** From the root to the unit itself, now. */
  path: z.array(key),
  timeZone: z.string(),
  /** Where it was, is and will be; `from` null: since ever. */
  placements: z.array(placement),
  closedAt: z.string().nullable(),
  /** The unit that took its place, when it was closed into one. */
  mergedInto: key.nullable(),
  version: z.int(),
  changedAt: z.string(),
});
export type UnitView = z.infer<typeof unitView>;

export const unitExample: UnitView = {
  key: 'haifa-1', name: 'Haifa Port', parent: 'coast', path: ['bank', 'coast', 'haifa-1'], timeZone: 'Asia/Jerusalem',
  placements: [{ parent: 'north', from: null }, { parent: 'coast', from: '2026-11-01T00:00:00.000Z' }], closedAt: null, mergedInto: null, version: 2, changedAt: '2026-11-22T09:00:00.000Z',
};

export function viewOf(unit: Unit, path: string[] | undefined, now: Date): UnitView {
  const { key: unitKey, name, timeZone, placements, closedAt, mergedInto, version, changedAt } = unit;
  return { key: unitKey, name, parent: currentParent(unit, now), path: path ?? [unitKey], timeZone, placements, closedAt, mergedInto, version, changedAt };
}
