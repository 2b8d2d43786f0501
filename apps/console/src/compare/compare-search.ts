import { oneOf } from '../filters/search-string.ts';
import { parseSelection, withoutUndefined, type SelectionSearch } from '../filters/selection.ts';

/** What the first group is compared with: all other answers, the same length of time before, or a group of its own. */
export const AGAINST = ['rest', 'before', 'group'] as const;
export type Against = (typeof AGAINST)[number];
/** What is ranked: the units one step below, each unit by itself, or touchpoints. */
export const RANKED = ['unit', 'single', 'touchpoint'] as const;
export type Ranked = (typeof RANKED)[number];

type Own = 'range' | 'from' | 'to' | 'touchpoint' | 'unit';

/** The first group is the selection; `b.` says where the second differs from it, as in the API. */
export type CompareSearch = SelectionSearch & { readonly [K in Own as `b.${K}`]?: SelectionSearch[K] } & { readonly against?: Against; readonly by?: Ranked };

const OWN = ['range', 'from', 'to', 'touchpoint', 'unit'] as const satisfies readonly Own[];

/** What the second group says of itself. */
export const ownOf = (search: CompareSearch | Record<string, unknown>): SelectionSearch => parseSelection(Object.fromEntries(OWN.map((name) => [name, (search as Record<string, unknown>)[`b.${name}`]])));

/** The same as it stands in the address; what is undefined is removed from it. */
export const asOwn = (change: Partial<SelectionSearch>): Partial<CompareSearch> => Object.fromEntries(OWN.filter((name) => name in change).map((name) => [`b.${name}`, change[name]]));

export const parseCompareSearch = (search: Record<string, unknown>): CompareSearch =>
  withoutUndefined({ ...parseSelection(search), ...asOwn(ownOf(search)), against: oneOf(AGAINST, search['against']), by: oneOf(RANKED, search['by']) });
