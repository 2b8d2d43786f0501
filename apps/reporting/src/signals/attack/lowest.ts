import type { Place } from '../place.ts';

/** Almost everything: what a unit above adds is what comes there anyway. */
const ALMOST_ALL = 0.8;

/** A crowd at one unit is a crowd at all units above it too; it is told of the lowest that has almost all of it. */
export function lowest<P extends Place & { readonly recent: number }>(places: readonly P[], isBelow: (unit: string, above: string) => boolean): P[] {
  return places.filter((above) => !places.some((one) => one !== above && one.programme === above.programme && one.measure === above.measure && one.touchpoint === above.touchpoint
    && one.recent >= ALMOST_ALL * above.recent && isBelow(one.unit, above.unit)));
}
