import type { Query } from '../api/query.ts';
import { oneOf, textOf } from '../filters/search-string.ts';
import { withoutUndefined } from '../filters/selection.ts';
import { KINDS, type Kind } from './signal.ts';

export const STATES = ['open', 'recovered', 'all'] as const;

export interface SignalsSearch {
  /** None: open. */
  readonly state?: (typeof STATES)[number];
  readonly kind?: Kind;
  readonly unit?: string;
}

export const parseSignalsSearch = (search: Record<string, unknown>): SignalsSearch =>
  withoutUndefined({ state: oneOf(STATES, search['state']), kind: oneOf(KINDS, search['kind']), unit: textOf(search['unit']) });

export const signalsQuery = ({ state = 'open', kind, unit }: SignalsSearch): Query => withoutUndefined({ state: state === 'all' ? undefined : state, kind, unit }) as Query;
