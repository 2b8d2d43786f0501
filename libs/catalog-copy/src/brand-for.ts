import type { Brand } from './entries.ts';

/**
 * The brand of messages of a programme about a unit: the programme's; else that of the unit itself, or of the nearest above it.
 * @param path from the root to the unit
 */
export function brandFor(brands: Iterable<Brand>, path: readonly string[], programme: string): Brand | undefined {
  let found: Brand | undefined;
  let nearest = -1;
  for (const brand of brands) {
    if (brand.programmes.includes(programme)) return brand;
    const depth = Math.max(-1, ...brand.units.map((unit) => path.indexOf(unit)));
    if (depth > nearest) [found, nearest] = [brand, depth];
  }
  return found;
}
