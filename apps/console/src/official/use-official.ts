import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../api/client.ts';
import { useAskedMeasure } from '../catalog/catalog.ts';
import { useSay } from '../notice/notices.ts';
import { may } from '../session/scopes.ts';
import { useSession } from '../session/session.ts';
import type { Edition, Official } from './editions.ts';

export const OFFICIAL_PATH = '/v1/official';
const KEY = ['official'];
export type Act = 'freeze' | 'sign' | 'restate';

/** Of a programme what its survey asks for is published. */
export function useEditions(programme: string) {
  const measure = useAskedMeasure(programme);
  return useQuery({ queryKey: [...KEY, 'list', programme, measure], queryFn: ({ signal }) => call<{ data: readonly Edition[] }>(OFFICIAL_PATH, { query: { programme, measure }, signal }) });
}

export function useOfficial(quarter: string, programme: string, edition: string | undefined) {
  const measure = useAskedMeasure(programme);
  return useQuery({ queryKey: [...KEY, quarter, programme, measure, edition ?? null], queryFn: ({ signal }) => call<Official>(`${OFFICIAL_PATH}/${quarter}`, { query: { programme, measure, edition }, signal }), placeholderData: keepPreviousData });
}

/** Official figures are of all units: who is limited to some, or may correct nothing, only reads them. */
export function useMayPublish(): boolean {
  const session = useSession();
  return may(session, 'responses:correct') && session.units === null;
}

export function useAct(act: Act, quarter: string, programme: string, onDone: () => void) {
  const { t } = useTranslation();
  const say = useSay();
  const queries = useQueryClient();
  const measure = useAskedMeasure(programme);
  return useMutation({
    mutationFn: (reason?: string) => call<Official>(act === 'freeze' ? `${OFFICIAL_PATH}/${quarter}` : `${OFFICIAL_PATH}/${quarter}/${act}`, { method: act === 'freeze' ? 'PUT' : 'POST', body: { programme, measure, ...(reason === undefined ? {} : { reason }) } }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: KEY });
      say('done', t(`official.done.${act}`));
      onDone();
    },
  });
}
