export { CatalogCopy } from './catalog-copy.ts';
export { CatalogCopyModule } from './catalog-copy.module.ts';
export type { CatalogChange } from './catalog.ts';
export type * from './entries.ts';
export { timesBelow, type TimesBelow } from './times-below.ts';
export * from './places.ts';
export { requireNamed, type Named } from './require-named.ts';
export * from './tree.ts';
