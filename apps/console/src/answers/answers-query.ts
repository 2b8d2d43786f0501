import type { Query } from '../api/query.ts';
import type { Segment } from '../figures/segments.ts';
import type { Selection } from '../filters/selection.ts';

export const ANSWERS_PATH = '/v1/responses';

export interface Choice {
  readonly segment?: Segment | undefined;
  /** Only those with words. */
  readonly words?: boolean;
}

/** A selection as parameters of `GET /v1/responses`, the newest answer first. */
export function answersQuery({ programme, touchpoints, units, range }: Selection, { segment, words }: Choice = {}): Query {
  return { programme, touchpoint: touchpoints, unit: units, from: range.from, to: range.to, segment, words: words ? true : undefined, order: 'latest' };
}
