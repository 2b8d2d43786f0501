import { oneOf, textOf } from '../filters/search-string.ts';
import { parseSelection, withoutUndefined, type SelectionSearch } from '../filters/selection.ts';

export const SPLITS = ['unit', 'servedBy', 'channel', 'touchpoint'] as const;
export type Split = (typeof SPLITS)[number];

export interface FunnelSearch extends SelectionSearch {
  /** The id of the person who served. */
  readonly servedBy?: string;
  readonly by?: Split;
}

export const parseFunnelSearch = (search: Record<string, unknown>): FunnelSearch =>
  withoutUndefined({ ...parseSelection(search), servedBy: textOf(search['servedBy']), by: oneOf(SPLITS, search['by']) });
