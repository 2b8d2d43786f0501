import { Skeleton } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { getRouteApi, Link } from '@tanstack/react-router';
import { IconArrowLeft } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ProblemView } from '../app/problem-view.tsx';
import { Actions } from './actions.tsx';
import classes from './case.module.css';
import { CustomersWords } from './customers-words.tsx';
import { PersonHead } from './person-head.tsx';
import { Timeline } from './timeline.tsx';
import { useCase, useCases } from './use-cases.ts';
import { WhatHappened } from './what-happened.tsx';

const route = getRouteApi('/inbox/$caseId');
const inbox = getRouteApi('/inbox');

/** How long somebody stays on a task before it counts as opened: moving through the queue locks no scores. */
const STAY_MS = 350;

/** One task: who, what they said, what happened; and what to do now. */
export function CaseView() {
  const { t } = useTranslation();
  const { caseId } = route.useParams();
  const search = inbox.useSearch();
  const { tasks } = useCases(search);
  const [stayedOn] = useDebouncedValue(caseId, STAY_MS);
  const { data: task, error, refetch } = useCase(caseId, stayedOn === caseId, tasks?.find(({ id }) => id === caseId));
  const back = <Link to="/inbox" search={search} className={classes['back']}><IconArrowLeft size={16} aria-hidden className={classes['arrow']} />{t('nav.inbox')}</Link>;

  if (task === undefined) {
    return <article className={classes['case']}><div className={classes['reading']}>{back}{error ? <ProblemView error={error} onRetry={() => void refetch()} /> : <CaseSkeleton />}</div></article>;
  }
  return (
    <article className={classes['case']} aria-label={t('inbox.case')}>
      <div className={classes['reading']}>
        {back}
        <PersonHead task={task} />
        <CustomersWords answer={task.answer} />
        <WhatHappened task={task} />
        <Timeline task={task} />
      </div>
      <Actions key={task.id} task={task} queue={tasks?.map(({ id }) => id) ?? []} search={search} />
    </article>
  );
}

function CaseSkeleton() {
  return <><Skeleton height={28} width={240} mb={24} /><Skeleton height={22} mb={8} /><Skeleton height={22} width="70%" mb={32} /><Skeleton height={120} /></>;
}
