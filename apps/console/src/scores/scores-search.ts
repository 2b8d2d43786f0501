import { oneOf } from '../filters/search-string.ts';
import { parseSelection, withoutUndefined, type SelectionSearch } from '../filters/selection.ts';
import type { Interval } from '../time/range.ts';

export const TREND_STEPS = ['hour', 'day', 'week', 'month', 'quarter'] as const satisfies readonly Interval[];

/** Days that a rolling figure is of. */
export const ROLLING = ['7d', '30d', '90d', '365d'] as const;
export type Rolling = (typeof ROLLING)[number];

export interface ScoresSearch extends SelectionSearch {
  /** The trend rolls: each day stands for so many days that end with it. */
  readonly window?: Rolling;
  /** The steps of the trend; absent: what suits the range. */
  readonly interval?: (typeof TREND_STEPS)[number];
}

export const parseScoresSearch = (search: Record<string, unknown>): ScoresSearch =>
  withoutUndefined({ ...parseSelection(search), interval: oneOf(TREND_STEPS, search['interval']), window: oneOf(ROLLING, search['window']) });
