import { useEffect, useEffectEvent, useState } from 'react';

/** `live` while the stream is open, `waiting` while it is being opened (again). */
export type StreamState = 'live' | 'waiting';

/**
 * Follows a server-sent stream. The browser resumes a dropped connection itself, with `Last-Event-ID`; where the server ended it (its token
 * ran out, it restarts) a new one is opened after a pause. `onEvent` is also called, with null, when a stream is open again: something may have been missed.
 */
export function useStream(path: string, eventNames: readonly string[], onEvent: (event: MessageEvent<string> | null) => void): StreamState {
  const [state, setState] = useState<StreamState>('waiting');
  const hear = useEffectEvent(onEvent);
  const names = eventNames.join(' ');

  useEffect(() => {
    let source: EventSource | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let opened = 0;
    let failures = 0;
    const listener = (event: Event): void => hear(event as MessageEvent<string>);

    const open = (): void => {
      source = new EventSource(path);
      source.onopen = () => {
        setState('live');
        failures = 0;
        if (opened++ > 0) hear(null);
      };
      source.onerror = () => {
        setState('waiting');
        if (source?.readyState !== EventSource.CLOSED) return;
        timer = setTimeout(open, Math.min(30_000, 1000 * 2 ** failures++));
      };
      for (const name of ['message', ...names.split(' ').filter(Boolean)]) source.addEventListener(name, listener);
    };
    open();
    return () => {
      clearTimeout(timer);
      source?.close();
    };
  }, [path, names]);

  return state;
}
