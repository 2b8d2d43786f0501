import type { CatalogCopy } from '@candor/catalog-copy';
import { declaredCuts, type Cut } from '@candor/contracts';

/** Where an answer counts, as the catalogue had it when the answer was given. */
export interface Place {
  readonly programme: string;
  /** What is recorded here names no customer. */
  readonly anonymous: boolean;
  readonly touchpoint: string;
  /** Root to unit. */
  readonly path: readonly string[];
  readonly timeZone: string;
  /** By what the programme keeps its figures; absent: by nothing more. */
  readonly cuts?: readonly Cut[];
}

/** The place, or the name of the field that the catalogue does not know or no longer takes. */
export type Found = { readonly place: Place } | { readonly unknown: 'touchpoint' | 'unit' } | { readonly closed: Date };

type Catalogue = Pick<CatalogCopy, 'touchpoint' | 'programme' | 'unit' | 'pathOf'>;

/** Looks only, without waiting for news of the catalogue. A unit that was closed still takes answers that were given before. */
export function placeAt(catalog: Catalogue, touchpointKey: string, unitKey: string, at: Date): Found {
  const touchpoint = catalog.touchpoint(touchpointKey);
  const programme = touchpoint && catalog.programme(touchpoint.programme);
  // Whether a programme is anonymous is not to be guessed: a touchpoint is not known before its programme is.
  if (!programme) return { unknown: 'touchpoint' };
  const unit = catalog.unit(unitKey);
  if (!unit) return { unknown: 'unit' };
  if (unit.closedAt !== null && at >= new Date(unit.closedAt)) return { closed: new Date(unit.closedAt) };
  return { place: { programme: programme.key, anonymous: programme.anonymous, touchpoint: touchpointKey, path: catalog.pathOf(unitKey, at), timeZone: unit.timeZone, ...declaredCuts(programme) } };
}
