import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { call } from '../api/client.ts';
import type { Query } from '../api/query.ts';
import type { Accounts } from './account.ts';

export const ACCOUNTS_PATH = '/v1/scores/accounts';
const PAGE = 20;

/** Page after page, what is at risk first. */
export const useAccounts = (query: Query, enabled: boolean) => useInfiniteQuery({
  queryKey: ['accounts', query], initialPageParam: undefined as string | undefined, getNextPageParam: ({ next }: Accounts) => next ?? undefined,
  queryFn: ({ signal, pageParam }) => call<Accounts>(ACCOUNTS_PATH, { query: { ...query, limit: PAGE, cursor: pageParam }, signal }), placeholderData: keepPreviousData, staleTime: 60_000, enabled,
});
