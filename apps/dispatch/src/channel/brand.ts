import type { CatalogCopy, Unit } from '@candor/catalog-copy';

/** The root of the tree: the enterprise. */
export const rootOf = (catalog: CatalogCopy): Unit | undefined => catalog.units().find(({ key }) => catalog.pathOf(key, new Date()).length === 1);

/** The enterprise as messages call it that are about none of its units. */
export function brandOf(catalog: CatalogCopy): string {
  const root = rootOf(catalog);
  return root ? catalog.brandName([root.key], '') : 'Candor';
}
