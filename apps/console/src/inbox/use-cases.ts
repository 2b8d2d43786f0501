import { keepPreviousData, useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { call } from '../api/client.ts';
import { allOf, type Page } from '../api/page.ts';
import { useStream, type StreamState } from '../live/use-stream.ts';
import { useThrottled } from '../live/use-throttled.ts';
import { useSession } from '../session/session.ts';
import type { Case } from './case.ts';
import { caseQueries, type InboxSearch } from './inbox-search.ts';
import { inQueueOrder } from './queue.ts';

const CASES_KEY = 'cases';
const CASE_KEY = 'case';

/** A list is read this many pages far: who has more to do than that starts with the most urgent anyway. */
const MOST_PAGES = 6;

export function useCases(search: InboxSearch) {
  const { subject } = useSession();
  const lists = useQueries({
    queries: caseQueries(search, subject).map((query) => ({
      queryKey: [CASES_KEY, query],
      queryFn: ({ signal }: { signal: AbortSignal }) => allOf((cursor) => call<Page<Case>>('/v1/cases', { query: { ...query, cursor }, signal }), query.status === 'closed' ? 1 : MOST_PAGES),
      placeholderData: keepPreviousData,
    })),
  });
  const loaded = lists.every((list) => list.data !== undefined);
  const parts = lists.map((list) => list.data);
  // One stable list as long as none of its parts changed.
  const tasks = useMemo(() => (loaded ? inQueueOrder(parts.flatMap((part) => part ?? [])) : undefined), parts);
  const error = lists.find((list) => list.error !== null)?.error ?? null;
  return { tasks, error, retry: () => lists.forEach((list) => void list.refetch()) };
}

/** One task with its whole history. Asking for it tells the platform that staff have seen the answer, so it is asked only after the reader has stayed on it. */
export function useCase(id: string, stayed: boolean, listed: Case | undefined) {
  return useQuery({
    queryKey: [CASE_KEY, id],
    queryFn: ({ signal }) => call<Case>(`/v1/cases/${encodeURIComponent(id)}`, { signal }),
    enabled: stayed,
    ...(listed === undefined ? {} : { placeholderData: listed }),
  });
}

export function useRefreshCases(): (id?: string) => Promise<void> {
  const queries = useQueryClient();
  return useCallback(async (id?: string) => {
    await Promise.all([queries.invalidateQueries({ queryKey: [CASES_KEY] }), queries.invalidateQueries({ queryKey: id === undefined ? [CASE_KEY] : [CASE_KEY, id] })]);
  }, [queries]);
}

/** Lists and the open task follow what happens, a burst of changes as one. */
export function useLiveCases(): StreamState {
  const refresh = useRefreshCases();
  const refetch = useCallback(() => void refresh(), [refresh]);
  return useStream('/v1/cases/stream', ['case', 'reset'], useThrottled(refetch, 400));
}
