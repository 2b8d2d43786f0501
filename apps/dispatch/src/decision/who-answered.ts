import type { CatalogCopy } from '@candor/catalog-copy';

/** Programmes of which is told who was asked, and never who answered, opened or began: beside figures of few that would tell what somebody said (domain 9.4). */
export const anonymousIn = (catalog: CatalogCopy): string[] => catalog.programmes().filter(({ anonymous }) => anonymous).map(({ key }) => key);
