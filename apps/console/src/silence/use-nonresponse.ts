import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { call } from '../api/client.ts';
import type { Query } from '../api/query.ts';
import type { Nonresponse } from './silence.ts';

export const NONRESPONSE_PATH = '/v1/scores/nonresponse';

export function useNonresponse(query: Query, enabled = true) {
  return useQuery({ queryKey: ['nonresponse', query], queryFn: ({ signal }) => call<Nonresponse>(NONRESPONSE_PATH, { query, signal }), placeholderData: keepPreviousData, staleTime: 60_000, enabled });
}
