import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { call } from '../api/client.ts';
import type { Page } from '../api/page.ts';
import type { Selection } from '../filters/selection.ts';
import type { Answer } from './answer.ts';
import { ANSWERS_PATH, answersQuery, type Choice } from './answers-query.ts';

/** As many as fill a screen. */
const LIMIT = 25;

/** Answers of a selection, latest first, a screenful at a time. */
export function useAnswers(selection: Selection, choice: Choice = {}) {
  const query = answersQuery(selection, choice);
  return useInfiniteQuery({
    queryKey: ['answers', query],
    queryFn: ({ pageParam, signal }) => call<Page<Answer>>(ANSWERS_PATH, { query: { ...query, limit: LIMIT, cursor: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: keepPreviousData,
    staleTime: 5000,
  });
}
