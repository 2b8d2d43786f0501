import type { Query } from '../api/query.ts';
import type { Segment } from '../figures/segments.ts';
import type { Selection } from '../filters/selection.ts';
import type { SaidSearch } from './said.ts';

export const ANSWERS_PATH = '/v1/responses';

export interface Choice {
  readonly segment?: Segment | undefined;
  /** Only those with words. */
  readonly words?: boolean;
  readonly said?: { readonly [K in keyof SaidSearch]?: SaidSearch[K] | undefined };
}

/** A selection as parameters of `GET /v1/responses`, the newest answer first. */
export function answersQuery({ programme, touchpoints, units, range }: Selection, { segment, words, said }: Choice = {}): Query {
  return { programme, touchpoint: touchpoints, unit: units, from: range.from, to: range.to, segment, ...said, words: words ? true : undefined, order: 'latest' };
}
