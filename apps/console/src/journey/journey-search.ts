import { textOf } from '../filters/search-string.ts';
import { withoutUndefined } from '../filters/selection.ts';

/** One interaction, by what its system calls it. */
export interface JourneySearch {
  readonly source?: string;
  readonly id?: string;
}

export const parseJourney = (search: Record<string, unknown>): JourneySearch => withoutUndefined({ source: textOf(search['source']), id: textOf(search['id']) });
