import { oneOf } from '../filters/search-string.ts';
import { parseSelection, withoutUndefined, type SelectionSearch } from '../filters/selection.ts';
import type { Interval } from '../time/range.ts';

export const TREND_STEPS = ['hour', 'day', 'week', 'month', 'quarter'] as const satisfies readonly Interval[];

export interface ScoresSearch extends SelectionSearch {
  /** The steps of the trend; absent: what suits the range. */
  readonly interval?: (typeof TREND_STEPS)[number];
}

export const parseScoresSearch = (search: Record<string, unknown>): ScoresSearch =>
  withoutUndefined({ ...parseSelection(search), interval: oneOf(TREND_STEPS, search['interval']) });
