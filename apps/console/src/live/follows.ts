interface QueryState {
  readonly status: 'pending' | 'error' | 'success';
  readonly data: unknown;
  readonly errorUpdatedAt: number;
}

/** So long an error is left to be read before news from the stream asks again. */
const READABLE_MS = 30_000;

/** Whether news make this query ask again: always, but one that has just failed with nothing to show keeps saying so, instead of turning into a skeleton with each answer that comes in. */
export const follows = ({ status, data, errorUpdatedAt }: QueryState, now: number): boolean => status !== 'error' || data !== undefined || now - errorUpdatedAt > READABLE_MS;
