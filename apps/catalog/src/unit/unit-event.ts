import { unitSet } from '@candor/contracts';
import { outgoing, type Outgoing } from '@candor/messaging';
import type { Unit } from './unit.ts';

/** What all services hear of a unit: its state, whole. That it was merged is told by where it hangs since. */
export function unitEvent({ ownTimeZone: _own, mergedInto: _into, ...unit }: Unit): Outgoing {
  return outgoing(unitSet, unit, { time: new Date(unit.changedAt) }) as Outgoing;
}
