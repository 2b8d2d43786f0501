import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { call } from '../api/client.ts';
import type { Query } from '../api/query.ts';
import { SCORES_KEY } from '../scores/use-scores.ts';
import type { Comparison } from './comparison.ts';
import type { Ranking } from './ranking.ts';

export const COMPARE_PATH = '/v1/scores/compare';
export const RANKING_PATH = '/v1/scores/ranking';

/** Under the key of scores, so that they follow the live stream like any other figure. */
export const useComparison = (query: Query, enabled: boolean) =>
  useQuery({ queryKey: [...SCORES_KEY, 'compare', query], queryFn: ({ signal }) => call<Comparison>(COMPARE_PATH, { query, signal }), placeholderData: keepPreviousData, enabled });

export const useRanking = (query: Query, enabled: boolean) =>
  useQuery({ queryKey: [...SCORES_KEY, 'ranking', query], queryFn: ({ signal }) => call<Ranking>(RANKING_PATH, { query, signal }), placeholderData: keepPreviousData, enabled });
