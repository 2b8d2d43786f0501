import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiProblem } from '../api/problem.ts';
import { endSession } from '../session/session.ts';

const onError = (error: Error): void => {
  if (error instanceof ApiProblem && error.status === 401) endSession(queries);
};

/** Only what may pass by itself is tried again: no connection, or a service that is not up. */
const passing = (error: Error): boolean => error instanceof ApiProblem && (error.status === 0 || error.status >= 502);

export const queries: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError }),
  mutationCache: new MutationCache({ onError }),
  defaultOptions: {
    queries: { staleTime: 10_000, retry: (failures, error) => passing(error) && failures < 3, refetchOnWindowFocus: true },
    mutations: { retry: false },
  },
});
