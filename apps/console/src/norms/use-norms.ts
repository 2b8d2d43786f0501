import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../api/client.ts';
import { useSay } from '../notice/notices.ts';
import { SCORES_KEY } from '../scores/use-scores.ts';
import type { Norms } from './norms.ts';

export const NORMS_PATH = '/v1/norms';
const KEY = ['norms'];

export const useNorms = () => useQuery({ queryKey: KEY, queryFn: ({ signal }) => call<Norms>(NORMS_PATH, { signal }), staleTime: 60_000 });

/** Sets or, without a body, takes away what stands at a path such as `industries/banks`; the three questions follow. */
export function useSayNorm(onDone: () => void) {
  const { t } = useTranslation();
  const say = useSay();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ path, body }: { path: string; body?: object }) => call(`${NORMS_PATH}/${path}`, body === undefined ? { method: 'DELETE' } : { method: 'PUT', body }),
    onSuccess: async (_, { body }) => {
      await Promise.all([queries.invalidateQueries({ queryKey: KEY }), queries.invalidateQueries({ queryKey: [...SCORES_KEY, 'questions'] })]);
      say('done', t(body === undefined ? 'norms.removed' : 'programme.saved'));
      onDone();
    },
  });
}
