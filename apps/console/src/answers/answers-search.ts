import { oneOf } from '../filters/search-string.ts';
import { parseSelection, withoutUndefined, type SelectionSearch } from '../filters/selection.ts';
import { SEGMENTS, type Segment } from '../figures/segments.ts';
import { parseSaid, type SaidSearch } from './said.ts';

export type AnswersSearch = SelectionSearch & SaidSearch & { readonly segment?: Segment };

export const parseAnswersSearch = (search: Record<string, unknown>): AnswersSearch =>
  withoutUndefined({ ...parseSelection(search), ...parseSaid(search), segment: oneOf(SEGMENTS, search['segment']) });
