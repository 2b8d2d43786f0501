import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { call } from '../api/client.ts';
import type { Query } from '../api/query.ts';
import { SUMMARY_PATH, type Summary } from './summary.ts';

/** Counts of the ledger. While another selection loads the last one stays, dimmed, so that nothing jumps. */
export function useSummary(query: Query) {
  return useQuery({
    queryKey: ['decisions', 'summary', query],
    queryFn: ({ signal }) => call<Summary>(SUMMARY_PATH, { query, signal }),
    placeholderData: keepPreviousData,
    refetchInterval: 30_000,
  });
}
