import { Button } from '@mantine/core';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../api/client.ts';
import type { Page } from '../api/page.ts';
import { EmptyNote } from '../app/empty-note.tsx';
import { ProblemView } from '../app/problem-view.tsx';
import { useNames } from '../catalog/catalog.ts';
import { answersQuery, type Selection } from '../filters/selection.ts';
import { directionOf } from '../i18n/direction.ts';
import { useLanguage } from '../i18n/language.ts';
import { stepLabel } from '../scores/step-label.ts';
import { AnswerRowsSkeleton } from './answer-row.tsx';
import classes from './answers.module.css';

interface Words {
  readonly comment: string;
  readonly language: string | null;
  readonly touchpoint: string;
  readonly unit: string;
  /** Of the batch. */
  readonly day: string;
}

const WORDS_PATH = '/v1/scores/words';
const LIMIT = 50;

/** What was written in an anonymous programme: with the day of its batch, and without who, when and which score. */
export function AnonymousWords({ selection }: { readonly selection: Selection }) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const names = useNames();
  const query = answersQuery(selection, selection.range);
  const { data, error, refetch, isPlaceholderData, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['anonymous-words', query],
    queryFn: ({ pageParam, signal }) => call<Page<Words>>(WORDS_PATH, { query: { ...query, limit: LIMIT, cursor: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: keepPreviousData,
  });
  const words = data?.pages.flatMap((page) => page.data);
  if (error !== null && words === undefined) return <ProblemView error={error} onRetry={() => void refetch()} />;
  return (
    <>
      <div className={classes['list']} data-stale={isPlaceholderData}>
        {words === undefined ? <AnswerRowsSkeleton /> : words.length === 0 ? <EmptyNote title={t('answers.noWords')} text={t('figure.batches')} /> : words.map((one, index) => (
          <article key={index} className={classes['answer']}>
            <div className={classes['said']} data-wide>
              <p dir={directionOf(one.language)} lang={one.language ?? undefined}>{one.comment}</p>
              <div className={classes['facts']}><bdi>{names.unit(one.unit)}</bdi><bdi>{names.touchpoint(one.touchpoint)}</bdi></div>
            </div>
            <div className={classes['when']}>{stepLabel(one.day, 'day', language)}</div>
          </article>
        ))}
      </div>
      {hasNextPage && <Button variant="default" mt={14} loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>{t('answers.more')}</Button>}
    </>
  );
}
