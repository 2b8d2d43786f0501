import { useEffect, useMemo } from 'react';
import { throttle } from './throttle.ts';

/** The same function, called at most once per `everyMs`: at once, and once more at the end when it was asked for meanwhile. */
export function useThrottled(run: () => void, everyMs: number): () => void {
  const throttled = useMemo(() => throttle(run, everyMs), [run, everyMs]);
  useEffect(() => throttled.cancel, [throttled]);
  return throttled.call;
}
