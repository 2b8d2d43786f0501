import { Skeleton } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../api/client.ts';
import { EmptyNote } from '../app/empty-note.tsx';
import { Panel } from '../app/panel.tsx';
import { ProblemView } from '../app/problem-view.tsx';
import { useUnitTree } from '../catalog/catalog.ts';
import { unitsToCompare } from '../catalog/tree.ts';
import { answersQuery, type Selection } from '../filters/selection.ts';
import { ApiCall } from '../scores/api-call.tsx';
import { CORRECTIONS_PATH, type Corrections } from './corrections.ts';
import { CorrectionsTable } from './corrections-table.tsx';

/** How much of what customers said others have changed or left out (domain 9.2): no figure can be trusted beside which this is not said. */
export function CorrectionsPanel({ selection }: { selection: Selection }) {
  const { t } = useTranslation();
  const tree = useUnitTree();
  const units = unitsToCompare(tree ?? [], selection.units).map(({ key }) => key);
  const query = { ...answersQuery(selection, selection.range), unit: units, groupBy: 'unit' };
  const { data, error, refetch } = useQuery({
    queryKey: ['corrections', query], queryFn: ({ signal }) => call<Corrections>(CORRECTIONS_PATH, { query, signal }), placeholderData: keepPreviousData, staleTime: 30_000, enabled: tree !== undefined,
  });
  return (
    <Panel flush title={t('corrections.title')} hint={t('corrections.hint')} actions={<ApiCall path={CORRECTIONS_PATH} query={query} />}>
      {error !== null && data === undefined ? <ProblemView error={error} onRetry={() => void refetch()} /> : data === undefined ? <Skeleton height={90} m={16} w="auto" />
        : data.total.answers === 0 ? <EmptyNote title={t('answers.empty')} text={t('answers.emptyText')} /> : <CorrectionsTable corrections={data} />}
    </Panel>
  );
}
