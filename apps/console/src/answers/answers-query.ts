import type { Query } from '../api/query.ts';
import type { Segment } from '../figures/segments.ts';
import type { Selection } from '../filters/selection.ts';

/** A selection as parameters of `GET /v1/responses`. */
export function answersQuery(selection: Selection, segment: Segment | undefined): Query {
  return { programme: selection.programme, touchpoint: selection.touchpoints, unit: selection.units, from: selection.range.from, to: selection.range.to, segment };
}
