import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useStream, type StreamState } from './use-stream.ts';
import { useThrottled } from './use-throttled.ts';

/** Figures on the page are fetched again when one changed, at most once a second: a burst of answers costs no more than one. Lists (`alsoKeys`) follow every three. */
export function useLiveScores(alsoKeys: readonly string[] = []): StreamState {
  const queries = useQueryClient();
  const others = alsoKeys.join(' ');
  const figures = useThrottled(useCallback(() => void queries.invalidateQueries({ queryKey: ['scores'] }), [queries]), 1000);
  const lists = useThrottled(useCallback(() => {
    for (const key of others.split(' ').filter(Boolean)) void queries.invalidateQueries({ queryKey: [key] });
  }, [queries, others]), 3000);
  return useStream('/v1/scores/stream', ['score', 'reset'], () => {
    figures();
    lists();
  });
}
