import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../api/client.ts';
import { Panel } from '../app/panel.tsx';
import { ProblemView } from '../app/problem-view.tsx';
import type { Service } from './operations-search.ts';
import classes from './operations.module.css';
import { RebuildProgress } from './rebuild-progress.tsx';
import { rebuildsPath, underWay, type Rebuilds } from './rebuild.ts';
import { StartRebuild } from './start-rebuild.tsx';

const SHOWN = 5;

/** Read models built anew beside the live ones, with how far they are. */
export function RebuildsPanel({ service }: { service: Service }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery({
    queryKey: ['rebuilds', service],
    queryFn: ({ signal }) => call<Rebuilds>(rebuildsPath(service), { signal }),
    refetchInterval: (query) => (query.state.data && underWay(query.state.data) ? 1000 : 10_000),
  });
  return (
    <Panel title={t('operations.rebuilds')} hint={t('operations.rebuildsHint')}>
      {error && data === undefined ? <ProblemView error={error} onRetry={() => void refetch()} /> : data === undefined ? <Skeleton height={60} /> : data.models.length === 0 ? <p className="quiet">{t('operations.noModels', { service })}</p> : (
        <>
          <StartRebuild key={service} service={service} models={data.models} busy={underWay(data) !== undefined} />
          <ul className={classes['rebuilds']}>{data.data.slice(0, SHOWN).map((rebuild) => <RebuildProgress key={rebuild.id} service={service} rebuild={rebuild} />)}</ul>
        </>
      )}
    </Panel>
  );
}
