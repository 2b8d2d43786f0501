import { oneOf } from '../filters/search-string.ts';
import { parseSelection, withoutUndefined, type SelectionSearch } from '../filters/selection.ts';
import { SEGMENTS, type Segment } from '../figures/segments.ts';

export interface AnswersSearch extends SelectionSearch {
  readonly segment?: Segment;
}

export const parseAnswersSearch = (search: Record<string, unknown>): AnswersSearch =>
  withoutUndefined({ ...parseSelection(search), segment: oneOf(SEGMENTS, search['segment']) });
