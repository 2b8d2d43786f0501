import { Button, SegmentedControl } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyNote } from '../app/empty-note.tsx';
import { Page } from '../app/page.tsx';
import { ProblemView } from '../app/problem-view.tsx';
import { SEGMENTS } from '../figures/segments.ts';
import { withoutUndefined } from '../filters/selection.ts';
import { SelectionBar } from '../filters/selection-bar.tsx';
import { ANSWERS_PATH, answersQuery } from './answers-query.ts';
import { useAnonymous } from '../drivers/use-anonymous.ts';
import { useSelection } from '../filters/use-selection.ts';
import { LiveMark } from '../live/live-mark.tsx';
import { useLiveScores } from '../live/use-live-scores.ts';
import { ApiCall } from '../scores/api-call.tsx';
import { CorrectionsPanel } from '../corrections/corrections-panel.tsx';
import { AnonymousWords } from './anonymous-words.tsx';
import { AnswerRow, AnswerRowsSkeleton } from './answer-row.tsx';
import classes from './answers.module.css';
import { parseSaid } from './said.ts';
import { SaidPills } from './said-pills.tsx';
import { useAnswers } from './use-answers.ts';

const route = getRouteApi('/answers');
const ALSO = ['answers'] as const;

/** The rows behind every figure: what people answered, in their words. */
export function AnswersPage() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const selection = useSelection(search);
  const choice = { segment: search.segment, said: parseSaid(search) };
  const { data, error, refetch, isPlaceholderData, hasNextPage, fetchNextPage, isFetchingNextPage } = useAnswers(selection, choice);
  const live = useLiveScores(ALSO);
  const anonymous = useAnonymous(selection.programme);
  const answers = data?.pages.flatMap((page) => page.data);
  const segments = (
    <SegmentedControl
      size="xs" value={search.segment ?? 'all'} aria-label={t('scores.segment')}
      data={[{ value: 'all', label: t('answers.all') }, ...SEGMENTS.map((value) => ({ value, label: t(`segment.${value}`) }))]}
      onChange={(value) => void navigate({ search: (now) => ({ ...now, segment: SEGMENTS.find((segment) => segment === value) }) })}
    />
  );
  return (
    <Page title={t('nav.answers')} aside={<><LiveMark state={live} /><ApiCall path={ANSWERS_PATH} query={answersQuery(selection, choice)} /></>}
      filters={<div className={classes['filters']}><SelectionBar selection={selection} onChange={(change) => void navigate({ search: (now) => ({ ...now, ...change }) })} />{segments}<SaidPills search={search} onChange={(change) => void navigate({ search: (now) => withoutUndefined({ ...now, ...change }) })} /></div>}>
      {anonymous ? <><p className="quiet" role="note">{t('answers.anonymous')}</p><AnonymousWords selection={selection} /></> : error !== null && answers === undefined ? <ProblemView error={error} onRetry={() => void refetch()} /> : (
        <div className={classes['list']} data-stale={isPlaceholderData}>
          {answers === undefined ? <AnswerRowsSkeleton /> : answers.length === 0 ? <EmptyNote title={t('answers.empty')} text={t('answers.emptyText')} /> : answers.map((answer) => <AnswerRow key={answer.id} answer={answer} />)}
        </div>
      )}
      {!anonymous && hasNextPage && <Button variant="default" mt={14} loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>{t('answers.more')}</Button>}
      {anonymous === false && <div className={classes['touched']}><CorrectionsPanel selection={selection} /></div>}
    </Page>
  );
}
