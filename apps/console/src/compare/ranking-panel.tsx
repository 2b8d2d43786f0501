import { SegmentedControl, Skeleton } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyNote } from '../app/empty-note.tsx';
import { Panel } from '../app/panel.tsx';
import { ProblemView } from '../app/problem-view.tsx';
import { useUnitTree } from '../catalog/catalog.ts';
import type { Selection } from '../filters/selection.ts';
import { ApiCall } from '../scores/api-call.tsx';
import { RANKED, type Ranked } from './compare-search.ts';
import { rankingQuery } from './ranking.ts';
import { RankingTable } from './ranking-table.tsx';
import { RANKING_PATH, useRanking } from './use-compare.ts';

interface RankingPanelProps {
  readonly selection: Selection;
  readonly by: Ranked;
  readonly onBy: (by: Ranked) => void;
}

/** Units or touchpoints in tiers: what the answers do not tell apart is not ranked. */
export function RankingPanel({ selection, by, onBy }: RankingPanelProps) {
  const { t } = useTranslation();
  const tree = useUnitTree();
  const query = useMemo(() => rankingQuery(selection, by, tree ?? []), [selection, by, tree]);
  const { data, error, refetch, isPlaceholderData } = useRanking(query, tree !== undefined && tree.length > 0);
  return (
    <Panel flush title={t('compare.ranking')} hint={t('compare.rankingHint')} actions={<>
      <SegmentedControl size="xs" aria-label={t('compare.rankBy')} value={by} data={RANKED.map((value) => ({ value, label: t(`compare.by.${value}`) }))} onChange={(value) => onBy(RANKED.find((one) => one === value) ?? 'unit')} />
      <ApiCall path={RANKING_PATH} query={query} />
    </>}>
      {error !== null && data === undefined ? <ProblemView error={error} onRetry={() => void refetch()} /> : data === undefined && tree?.length !== 0 ? <Skeleton height={220} m={16} w="auto" />
        : data === undefined || data.data.length + data.unranked.length === 0 ? <EmptyNote title={t('figure.none')} text={t('home.rankedEmpty')} /> : <RankingTable ranking={data} selection={selection} stale={isPlaceholderData} />}
    </Panel>
  );
}
