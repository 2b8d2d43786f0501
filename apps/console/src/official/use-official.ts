import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../api/client.ts';
import { useAskedMeasure } from '../catalog/catalog.ts';
import { useSay } from '../notice/notices.ts';
import { firstDayOf, quarterOf, quartersUpTo } from '../report/quarter.ts';
import { useScores } from '../scores/use-scores.ts';
import { may } from '../session/scopes.ts';
import { useSession } from '../session/session.ts';
import { LEAST_SHOWN, type Edition, type Official } from './editions.ts';

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

/** Which of the quarters that are shown anybody answered in, of all units; null where that cannot be told, and everything may be tried. */
export function useAnsweredQuarters(programme: string, today: string, editions: readonly Edition[]): { readonly quarters: ReadonlySet<string> | null; readonly settled: boolean } {
  const measure = useAskedMeasure(programme);
  const oldest = [...quartersUpTo(today, LEAST_SHOWN), ...editions.map(({ quarter }) => quarter)].sort()[0]!;
  const { data, isPlaceholderData, isError } = useScores({ programme, measure, from: firstDayOf(oldest), to: firstDayOf(quarterOf(today)), interval: 'quarter' });
  if (data === undefined || isPlaceholderData) return { quarters: null, settled: isError };
  return { quarters: new Set(data.data.filter(({ n }) => n > 0).map(({ from }) => quarterOf(from))), settled: true };
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
