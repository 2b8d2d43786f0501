import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useStream, type StreamState } from './use-stream.ts';
import { useThrottled } from './use-throttled.ts';

/** Figures on the page are fetched again when one changed, at most once a second: a burst of answers costs no more than one. */
export function useLiveScores(alsoKeys: readonly string[] = []): StreamState {
  const queries = useQueryClient();
  const others = alsoKeys.join(' ');
  const refetch = useCallback(() => {
    for (const key of ['scores', ...others.split(' ').filter(Boolean)]) void queries.invalidateQueries({ queryKey: [key] });
  }, [queries, others]);
  const throttled = useThrottled(refetch, 1000);
  return useStream('/v1/scores/stream', ['scores', 'score', 'change'], throttled);
}
