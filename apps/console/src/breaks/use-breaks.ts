import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { call } from '../api/client.ts';
import type { Query } from '../api/query.ts';
import { breaksOf, type Break } from './break.ts';

/** Where the trend of these answers breaks. */
export function useBreaks(trend: Query) {
  const query = breaksOf(trend);
  return useQuery({ queryKey: ['breaks', query], queryFn: ({ signal }) => call<{ data: readonly Break[] }>('/v1/scores/breaks', { query, signal }), placeholderData: keepPreviousData, staleTime: 60_000 });
}
