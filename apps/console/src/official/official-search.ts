import { oneOf, textOf } from '../filters/search-string.ts';
import { withoutUndefined } from '../filters/selection.ts';
import { isQuarter } from '../report/quarter.ts';

export const TABS = ['quarters', 'targets', 'norms'] as const;
/** Figures by unit, all touchpoints; or by touchpoint, of one unit or of all. */
export const BY = ['unit', 'touchpoint'] as const;

export interface OfficialSearch {
  readonly tab?: (typeof TABS)[number];
  readonly programme?: string;
  readonly quarter?: string;
  /** An earlier one; absent: the last. */
  readonly edition?: string;
  readonly by?: (typeof BY)[number];
  readonly unit?: string;
}

export function parseOfficialSearch(search: Record<string, unknown>): OfficialSearch {
  const { quarter, edition } = search;
  return withoutUndefined({
    tab: oneOf(TABS, search['tab']), programme: textOf(search['programme']), quarter: isQuarter(quarter) ? quarter : undefined,
    edition: typeof edition === 'string' && /^[1-9]\d{0,3}$/.test(edition) ? edition : undefined, by: oneOf(BY, search['by']), unit: textOf(search['unit']),
  });
}
