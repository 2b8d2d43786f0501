import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { call } from '../api/client.ts';
import type { Query } from '../api/query.ts';
import { SCORES_KEY } from '../scores/use-scores.ts';
import type { Totals } from './total.ts';

export const TOTAL_PATH = '/v1/scores/total';

/** Under the key of scores, so that it follows the live stream like any other figure. */
export const useTotal = (query: Query) =>
  useQuery({ queryKey: [...SCORES_KEY, 'total', query], queryFn: ({ signal }) => call<Totals>(TOTAL_PATH, { query, signal }), placeholderData: keepPreviousData });
