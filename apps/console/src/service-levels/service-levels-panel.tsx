import { Skeleton } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../api/client.ts';
import { EmptyNote } from '../app/empty-note.tsx';
import { Panel } from '../app/panel.tsx';
import { ProblemView } from '../app/problem-view.tsx';
import { useAnonymous } from '../drivers/use-anonymous.ts';
import { answersQuery, type Selection } from '../filters/selection.ts';
import { ApiCall } from '../scores/api-call.tsx';
import { LevelsTable } from './levels-table.tsx';
import type { Level } from './level.ts';

const PATH = '/v1/service-levels';

/** How long answers and tasks take, and whether deadlines are kept. */
export function ServiceLevelsPanel({ selection }: { selection: Selection }) {
  const { t } = useTranslation();
  const query = answersQuery(selection, selection.range);
  const anonymous = useAnonymous(selection.programme);
  const { data, error, refetch } = useQuery({
    queryKey: ['service-levels', query], queryFn: ({ signal }) => call<{ data: readonly Level[] }>(PATH, { query, signal }), placeholderData: keepPreviousData, staleTime: 30_000, enabled: anonymous === false,
  });
  return (
    <Panel flush title={t('levels.title')} hint={t('levels.hint')} actions={<ApiCall path={PATH} query={query} />}>
      {anonymous ? <EmptyNote title={t('drivers.anonymous')} text={t('drivers.anonymousText')} /> : error !== null && data === undefined ? <ProblemView error={error} onRetry={() => void refetch()} /> : data === undefined ? <Skeleton height={130} m={16} w="auto" />
        : data.data.every(({ n }) => n === 0) ? <EmptyNote title={t('levels.none')} text={t('levels.noneText')} /> : <LevelsTable levels={data.data} />}
    </Panel>
  );
}
