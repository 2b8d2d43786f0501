import { VisuallyHidden } from '@mantine/core';
import { getRouteApi, Outlet, useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemView } from '../app/problem-view.tsx';
import { useShortcuts } from '../keyboard/use-shortcuts.ts';
import { LiveMark } from '../live/live-mark.tsx';
import { InboxFilters } from './inbox-filters.tsx';
import classes from './inbox.module.css';
import { Overview } from './overview.tsx';
import { neighbour } from './queue.ts';
import { QueueList } from './queue-list.tsx';
import { useCases, useLiveCases } from './use-cases.ts';

const route = getRouteApi('/inbox');

/** The queue at the start; beside it the task that is open, or how things stand. On a phone one of the two. */
export function InboxPage() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { caseId } = useParams({ strict: false });
  const live = useLiveCases();
  const { tasks, error, retry } = useCases(search);
  useEffect(() => {
    document.title = `${t('nav.inbox')} · Candor`;
  }, [t]);

  const move = (step: 1 | -1): void => {
    const next = neighbour(tasks?.map(({ id }) => id) ?? [], caseId, step);
    if (next !== undefined) void navigate({ to: '/inbox/$caseId', params: { caseId: next }, search, replace: caseId !== undefined });
  };
  useShortcuts({ j: () => move(1), k: () => move(-1) });

  return (
    <div className={classes['inbox']} data-open={caseId !== undefined}>
      <VisuallyHidden component="h1">{t('nav.inbox')}</VisuallyHidden>
      <section className={classes['queue']} aria-label={t('inbox.queue')}>
        <header className={classes['queueHead']}>
          <b aria-hidden>{t('nav.inbox')}</b>
          {tasks && <span className="quiet figure">{tasks.length}</span>}
          <span className={classes['live']}><LiveMark state={live} /></span>
          <InboxFilters search={search} onChange={(change) => void navigate({ to: '.', search: (now) => ({ ...now, ...change }) })} />
        </header>
        {error !== null && tasks === undefined ? <div className={classes['pad']}><ProblemView error={error} onRetry={retry} /></div> : <QueueList tasks={tasks} current={caseId} search={search} />}
      </section>
      {caseId === undefined ? <Overview tasks={tasks} search={search} /> : <Outlet />}
    </div>
  );
}
