import type { Query } from '../api/query.ts';
import type { Selection } from '../filters/selection.ts';

/** A selection as parameters of `GET /v1/responses`, but for its time. The API knows touchpoints, not programmes: one programme is its touchpoints. */
export function answersQuery(selection: Selection, touchpoints: readonly { key: string; programme: string }[] | undefined): Query {
  const chosen = selection.touchpoints.length > 0 ? selection.touchpoints : several(touchpoints) ? own(selection.programme, touchpoints) : [];
  return { touchpoint: chosen, unit: selection.units };
}

/** Whether there are touchpoints of more than one programme; otherwise naming them all would only lengthen the address. */
const several = (touchpoints: readonly { programme: string }[] | undefined): touchpoints is readonly { key: string; programme: string }[] =>
  new Set(touchpoints?.map(({ programme }) => programme)).size > 1;

const own = (programme: string, touchpoints: readonly { key: string; programme: string }[]): string[] =>
  touchpoints.filter((touchpoint) => touchpoint.programme === programme).map(({ key }) => key);
