import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useTouchpoints } from '../catalog/catalog.ts';
import type { Segment } from '../figures/segments.ts';
import { DEFAULT_PROGRAMME, type Selection } from '../filters/selection.ts';
import { answersQuery } from './answers-query.ts';
import { readAnswers } from './read-answers.ts';
import { startOf, type Place } from './walk-back.ts';

interface Choice {
  readonly segment?: Segment | undefined;
  /** Only those with words. */
  readonly words?: boolean;
}

/** Answers of a selection, latest first, a screenful at a time. */
export function useAnswers(selection: Selection, { segment, words = false }: Choice = {}) {
  const touchpoints = useTouchpoints().data;
  const query = answersQuery(selection, touchpoints);
  const { range, programme } = selection;
  return useInfiniteQuery({
    queryKey: ['answers', query, range, programme, segment ?? null, words],
    queryFn: ({ pageParam, signal }) => {
      const start = pageParam?.start ?? startOf(range, Date.now());
      const keep = (answer: { segment?: Segment; programme: string; comment?: string }): boolean =>
        answer.programme === programme && (segment === undefined || answer.segment === segment) && (!words || Boolean(answer.comment));
      return readAnswers({ query, range, start, keep }, pageParam?.place ?? start, signal).then((page) => ({ ...page, start }));
    },
    initialPageParam: null as { start: Place; place: Place } | null,
    getNextPageParam: ({ next, start }) => (next === null ? undefined : { start, place: next }),
    placeholderData: keepPreviousData,
    enabled: touchpoints !== undefined || programme === DEFAULT_PROGRAMME,
    staleTime: 5000,
  });
}
