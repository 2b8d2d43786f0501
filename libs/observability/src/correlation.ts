import { AsyncLocalStorage } from 'node:async_hooks';

const storage = new AsyncLocalStorage<string>();

/** Runs `fn`, and everything it starts, under this correlation id: logs, events and calls to other services carry it. */
export function runWithCorrelation<T>(id: string, fn: () => T): T {
  return storage.run(id, fn);
}

export function correlationId(): string | undefined {
  return storage.getStore();
}

/** An id from outside is taken over only if it cannot break a log line or a header. */
export const CORRELATION_PATTERN = /^[A-Za-z0-9][A-Za-z0-9_.:-]{0,99}$/;
