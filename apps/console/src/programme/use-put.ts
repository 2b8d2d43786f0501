import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../api/client.ts';
import { useSay } from '../notice/notices.ts';

type Kind = 'units' | 'touchpoints' | 'programmes' | 'brands';

/** Creates or replaces an entry of the catalogue; the next read sees it. */
export function usePut(kind: Kind, onDone: () => void) {
  const { t } = useTranslation();
  const say = useSay();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ key, content }: { key: string; content: object }) => call(`/v1/${kind}/${encodeURIComponent(key)}`, { method: 'PUT', body: content }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['catalog', kind] });
      say('done', t('programme.saved'));
      onDone();
    },
  });
}
