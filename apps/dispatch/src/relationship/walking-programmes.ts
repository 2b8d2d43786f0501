import type { CatalogCopy, Programme } from '@candor/catalog-copy';
import type { Walk } from '@candor/contracts';

export interface WalkingProgramme {
  programme: Programme;
  walk: Walk;
}

/** Programmes that walk the base now; one whose touchpoint is not there yet, or belongs to another programme, waits for it. */
export function walkingProgrammes(catalog: CatalogCopy): WalkingProgramme[] {
  return catalog.programmes().flatMap((programme) => {
    const { walk } = programme;
    return walk && programme.kind === 'relationship' && catalog.touchpoint(walk.touchpoint)?.programme === programme.key ? [{ programme, walk }] : [];
  });
}
