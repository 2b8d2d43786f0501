import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../api/client.ts';
import type { Page } from '../api/page.ts';
import { useSay } from '../notice/notices.ts';
import { SIGNALS_PATH, type Signal, type SignalHistory } from './signal.ts';
import { signalsQuery, type SignalsSearch } from './signals-search.ts';

const KEY = ['signals'];
const EVERY_MS = 60_000;
type Signals = Page<Signal> & { readonly open: number };

export function useSignals(search: SignalsSearch) {
  const query = signalsQuery(search);
  return useInfiniteQuery({
    queryKey: [...KEY, 'list', query],
    queryFn: ({ pageParam, signal }) => call<Signals>(SIGNALS_PATH, { query: { ...query, limit: 25, cursor: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: keepPreviousData,
    refetchInterval: EVERY_MS,
  });
}

/** How many are open, for the menu. */
export function useOpenSignals(): number {
  const { data } = useQuery({ queryKey: [...KEY, 'open'], queryFn: ({ signal }) => call<Signals>(SIGNALS_PATH, { query: { state: 'open', limit: 1 }, signal }), refetchInterval: EVERY_MS, staleTime: EVERY_MS });
  return data?.open ?? 0;
}

export function useSignalHistory(id: string, enabled: boolean) {
  return useQuery({ queryKey: [...KEY, id], queryFn: ({ signal }) => call<SignalHistory>(`${SIGNALS_PATH}/${id}`, { signal }), enabled });
}

export function useAcknowledge(id: string) {
  const { t } = useTranslation();
  const say = useSay();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (note: string) => call<SignalHistory>(`${SIGNALS_PATH}/${id}/acknowledge`, { method: 'POST', body: { note } }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: KEY });
      say('done', t('signals.acknowledged'));
    },
  });
}
