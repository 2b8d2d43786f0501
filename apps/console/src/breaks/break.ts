import type { Query } from '../api/query.ts';

/** A row of `GET /v1/scores/breaks`. */
export type Break =
  | { readonly day: string; readonly kind: 'survey'; readonly survey: number; readonly was: number }
  | { readonly day: string; readonly kind: 'weights'; readonly touchpoint: string; readonly weight: number; readonly was: number };

/** Of the same answers as a trend, whatever its steps are. */
export const breaksOf = ({ interval: _interval, window: _window, groupBy: _groupBy, ...selection }: Query): Query => selection;
export const keyOf = (one: Break): string => `${one.day} ${one.kind} ${one.kind === 'weights' ? one.touchpoint : one.survey}`;
