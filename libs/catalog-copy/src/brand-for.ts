import type { Brand } from './entries.ts';

/** Which brand each unit and programme was given. */
export interface BrandIndex {
  units: ReadonlyMap<string, Brand>;
  programmes: ReadonlyMap<string, Brand>;
}

export const indexBrands = (brands: Iterable<Brand>): BrandIndex => {
  const [units, programmes] = [new Map<string, Brand>(), new Map<string, Brand>()];
  for (const brand of brands) {
    for (const unit of brand.units) units.set(unit, brand);
    for (const programme of brand.programmes) programmes.set(programme, brand);
  }
  return { units, programmes };
};

/**
 * The brand of messages of a programme about a unit: the programme's; else that of the unit itself, or of the nearest above it.
 * @param path from the root to the unit
 */
export function brandFor({ units, programmes }: BrandIndex, path: readonly string[], programme: string): Brand | undefined {
  const own = programmes.get(programme);
  if (own || units.size === 0) return own;
  const nearest = path.findLast((unit) => units.has(unit));
  return nearest === undefined ? undefined : units.get(nearest);
}
