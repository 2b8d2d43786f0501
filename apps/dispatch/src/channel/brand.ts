import type { CatalogCopy } from '@candor/catalog-copy';

/** The enterprise as messages call it: the root of the tree. */
export function brandOf(catalog: CatalogCopy): string {
  return catalog.units().find(({ key }) => catalog.pathOf(key, new Date()).length === 1)?.name ?? 'Candor';
}
