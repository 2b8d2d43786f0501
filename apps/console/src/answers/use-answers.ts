import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { call } from '../api/client.ts';
import type { Page } from '../api/page.ts';
import type { Query } from '../api/query.ts';
import type { Answer } from './answer.ts';

export const ANSWERS_PATH = '/v1/responses';

/** Answers, latest first, a page at a time. */
export function useAnswers(query: Query) {
  return useInfiniteQuery({
    queryKey: ['answers', query],
    queryFn: ({ pageParam, signal }) => call<Page<Answer>>(ANSWERS_PATH, { query: { ...query, cursor: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });
}
