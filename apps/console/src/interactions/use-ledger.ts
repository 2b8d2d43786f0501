import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { call } from '../api/client.ts';
import type { Page } from '../api/page.ts';
import type { Selection } from '../filters/selection.ts';
import type { Decision } from './decision.ts';
import { isLookedFor, isNarrowed, ledgerParameters, type LedgerSearch } from './ledger-search.ts';

export const DECISIONS_PATH = '/v1/decisions';

/** As many as fill a screen; where it has to be looked through, larger portions. */
const SCREEN = 25;
const PORTION = 500;
/** Looked through by itself, at most; more on request. */
const MOST_PORTIONS = 6;

/** Decisions of the ledger, newest first. Reason, channel and how far an invitation came are looked for among what the API gives. */
export function useLedger(selection: Selection, search: LedgerSearch) {
  const narrowed = isNarrowed(search);
  const query = ledgerParameters(selection, search);
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage, isPlaceholderData } = useInfiniteQuery({
    queryKey: ['decisions', 'ledger', query, narrowed],
    queryFn: ({ pageParam, signal }) => call<Page<Decision>>(DECISIONS_PATH, { query: { ...query, limit: narrowed ? PORTION : SCREEN, cursor: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: keepPreviousData,
  });
  const read = data?.pages.flatMap((page) => page.data);
  const { reason, channel, stage } = search;
  const found = useMemo(() => data?.pages.flatMap((page) => page.data).filter((one) => isLookedFor(one, { ...(reason && { reason }), ...(channel && { channel }), ...(stage && { stage }) })), [data, reason, channel, stage]);
  const goesOn = narrowed && hasNextPage && !isPlaceholderData && (data?.pages.length ?? 0) < MOST_PORTIONS && (found?.length ?? 0) < SCREEN;
  useEffect(() => {
    if (goesOn && !isFetchingNextPage && error === null) void fetchNextPage();
  }, [goesOn, isFetchingNextPage, error, fetchNextPage]);
  return { query, found, read: read?.length ?? 0, narrowed, error, refetch, hasMore: hasNextPage, more: fetchNextPage, busy: isFetchingNextPage, stale: isPlaceholderData };
}
