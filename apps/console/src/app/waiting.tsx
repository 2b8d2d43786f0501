import type { ReactNode } from 'react';
import { ProblemView } from './problem-view.tsx';

interface Asked {
  readonly error: Error | null;
  readonly refetch: () => unknown;
}

/** What stands where something is on its way: its shape, or why it does not come. @param on what is waited for */
export function Waiting({ on, children }: { on: readonly Asked[]; children: ReactNode }) {
  const failed = on.find(({ error }) => error !== null);
  return failed?.error ? <ProblemView error={failed.error} onRetry={() => on.forEach(({ error, refetch }) => void (error !== null && refetch()))} /> : children;
}
