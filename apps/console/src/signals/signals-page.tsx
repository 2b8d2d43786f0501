import { Button, SegmentedControl, Select, Skeleton } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyNote } from '../app/empty-note.tsx';
import { Page } from '../app/page.tsx';
import { ProblemView } from '../app/problem-view.tsx';
import bar from '../filters/filters.module.css';
import { UnitFilter } from '../filters/unit-filter.tsx';
import { NotesPanel } from '../notes/notes-panel.tsx';
import { ApiCall } from '../scores/api-call.tsx';
import { KINDS, SIGNALS_PATH } from './signal.ts';
import { SignalCard } from './signal-card.tsx';
import { signalsQuery, STATES, type SignalsSearch } from './signals-search.ts';
import classes from './signals.module.css';
import { useSignals } from './use-signals.ts';

const route = getRouteApi('/signals');

/** What is out of the usual, each with its figures, and what happened that may explain it. */
export function SignalsPage() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const change = (part: { [K in keyof SignalsSearch]?: SignalsSearch[K] | undefined }): void => void navigate({ search: (now) => ({ ...now, ...part }) });
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage, isPlaceholderData } = useSignals(search);
  const signals = data?.pages.flatMap((page) => page.data);
  const asked = search.kind !== undefined || search.unit !== undefined || search.state !== undefined;
  return (
    <Page title={t('nav.signals')} aside={<ApiCall path={SIGNALS_PATH} query={signalsQuery(search)} />}
      filters={(
        <div className={`${bar['bar']} ${classes['filters']}`}>
          <SegmentedControl size="xs" value={search.state ?? 'open'} aria-label={t('signals.stateLabel')} data={STATES.map((value) => ({ value, label: t(`signals.state.${value}`) }))}
            onChange={(value) => change({ state: STATES.find((state) => state === value && state !== 'open') })} />
          <Select data={KINDS.map((value) => ({ value, label: t(`signals.kind.${value}`) }))} value={search.kind ?? null} clearable placeholder={t('signals.allKinds')} aria-label={t('signals.kindLabel')} w={190}
            onChange={(value) => change({ kind: KINDS.find((kind) => kind === value) })} clearButtonProps={{ 'aria-label': t('filter.clear') }} />
          <UnitFilter value={search.unit} onChange={(unit) => change({ unit })} />
        </div>
      )}>
      <div className={classes['columns']}>
        <div>
          {error !== null && signals === undefined ? <ProblemView error={error} onRetry={() => void refetch()} /> : signals === undefined ? <Skeleton height={220} /> : signals.length === 0 ? (
            <EmptyNote title={t(asked ? 'signals.noneSuch' : 'signals.empty')} text={t('signals.emptyText')} />
          ) : <ul className={classes['list']} data-stale={isPlaceholderData}>{signals.map((signal) => <li key={signal.id}><SignalCard signal={signal} /></li>)}</ul>}
          {hasNextPage && <Button variant="default" mt={14} loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>{t('answers.more')}</Button>}
        </div>
        <NotesPanel unit={search.unit} />
      </div>
    </Page>
  );
}
