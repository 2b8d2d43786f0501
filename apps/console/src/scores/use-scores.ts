import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { call } from '../api/client.ts';
import type { Query } from '../api/query.ts';
import type { Scores } from '../figures/score-row.ts';

export const SCORES_PATH = '/v1/scores';
export const SCORES_KEY = ['scores'] as const;

/** A figure and its parts. While another selection loads, the last one stays, so that nothing jumps; `isPlaceholderData` dims it. */
export function useScores(query: Query, enabled = true) {
  return useQuery({
    queryKey: [...SCORES_KEY, query],
    queryFn: ({ signal }) => call<Scores>(SCORES_PATH, { query, signal }),
    placeholderData: keepPreviousData,
    enabled,
  });
}
