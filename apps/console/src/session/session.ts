import { useQuery, useSuspenseQuery, type QueryClient } from '@tanstack/react-query';
import { call } from '../api/client.ts';
import { ApiProblem } from '../api/problem.ts';
import type { Session } from './scopes.ts';

export const SESSION_KEY = ['session'] as const;

const sessionQuery = {
  queryKey: SESSION_KEY,
  /** Null when nobody is signed in. */
  queryFn: async ({ signal }: { signal: AbortSignal }): Promise<Session | null> => {
    try {
      return await call<Session>('/auth/session', { signal });
    } catch (error) {
      if (error instanceof ApiProblem && error.status === 401) return null;
      throw error;
    }
  },
  staleTime: 5 * 60_000,
};

export function useSessionQuery() {
  return useQuery(sessionQuery);
}

/** The session inside the shell, where somebody is signed in. */
export function useSession(): Session {
  const { data } = useSuspenseQuery(sessionQuery);
  if (data === null) throw new Error('useSession outside of the signed-in shell');
  return data;
}

/** After a 401 from anywhere: the shell gives way to the sign-in page, and the address stays. */
export function endSession(queries: QueryClient): void {
  queries.setQueryData(SESSION_KEY, null);
}

export const signInAddress = (returnTo: string): string => `/auth/login?returnTo=${encodeURIComponent(returnTo)}`;
