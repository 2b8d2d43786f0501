import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { call } from '../api/client.ts';
import type { Page } from '../api/page.ts';
import type { Selection } from '../filters/selection.ts';
import type { Decision } from './decision.ts';
import { ledgerParameters, type LedgerSearch } from './ledger-search.ts';

export const DECISIONS_PATH = '/v1/decisions';

/** As many as fill a screen. */
const SCREEN = 25;

/** Decisions of the ledger, newest first. */
export function useLedger(selection: Selection, search: LedgerSearch) {
  const query = ledgerParameters(selection, search);
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage, isPlaceholderData } = useInfiniteQuery({
    queryKey: ['decisions', 'ledger', query],
    queryFn: ({ pageParam, signal }) => call<Page<Decision>>(DECISIONS_PATH, { query: { ...query, limit: SCREEN, cursor: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: keepPreviousData,
  });
  return { query, found: data?.pages.flatMap((page) => page.data), error, refetch, hasMore: hasNextPage, more: fetchNextPage, busy: isFetchingNextPage, stale: isPlaceholderData };
}
