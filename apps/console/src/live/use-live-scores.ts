import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { follows } from './follows.ts';
import { useStream, type StreamState } from './use-stream.ts';
import { useThrottled } from './use-throttled.ts';

/** Figures on the page are fetched again when one changed, at most once a second: a burst of answers costs no more than one. Lists (`alsoKeys`) follow every three. */
export function useLiveScores(alsoKeys: readonly string[] = []): StreamState {
  const queries = useQueryClient();
  const others = alsoKeys.join(' ');
  const figures = useThrottled(useCallback(() => askAgain(queries, 'scores'), [queries]), 1000);
  const lists = useThrottled(useCallback(() => {
    for (const key of others.split(' ').filter(Boolean)) askAgain(queries, key);
  }, [queries, others]), 3000);
  return useStream('/v1/scores/stream', ['score', 'reset'], () => {
    figures();
    lists();
  });
}

function askAgain(queries: QueryClient, key: string): void {
  void queries.invalidateQueries({ queryKey: [key], predicate: ({ state }) => follows(state, Date.now()) });
}
