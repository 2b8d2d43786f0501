import { keepPreviousData, useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../api/client.ts';
import type { Page } from '../api/page.ts';
import { useSay } from '../notice/notices.ts';
import { EXCLUSIONS_PATH, type Exclusion, type ExclusionKind } from './exclusion.ts';
import { exclusionsQuery, type ExclusionsSearch } from './exclusions-search.ts';

const KEY = ['exclusions'];

export function useExclusions(search: ExclusionsSearch) {
  const query = exclusionsQuery(search);
  return useInfiniteQuery({
    queryKey: [...KEY, query],
    queryFn: ({ pageParam, signal }) => call<Page<Exclusion>>(EXCLUSIONS_PATH, { query: { ...query, limit: 50, cursor: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: keepPreviousData,
  });
}

/** Reads the list again: what was changed shows at once. */
export function useReread(): () => Promise<void> {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: KEY });
}

export function useAddExclusion(onDone: () => void) {
  const { t } = useTranslation();
  const say = useSay();
  const reread = useReread();
  return useMutation({
    mutationFn: ({ kind, value, reason, note }: { kind: ExclusionKind; value: string; reason: string; note: string }) => call<Exclusion>(EXCLUSIONS_PATH, { method: 'POST', body: { [kind]: value, reason, note } }),
    onSuccess: async () => {
      await reread();
      say('done', t('exclusions.added'));
      onDone();
    },
  });
}

export function useRemoveExclusion() {
  const { t } = useTranslation();
  const say = useSay();
  const reread = useReread();
  return useMutation({
    mutationFn: ({ id, note }: { id: string; note: string }) => call(`${EXCLUSIONS_PATH}/${encodeURIComponent(id)}`, { method: 'DELETE', query: { note } }),
    onSuccess: async () => {
      await reread();
      say('done', t('exclusions.takenBack'));
    },
  });
}
