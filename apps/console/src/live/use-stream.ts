import { useEffect, useEffectEvent, useState } from 'react';

/** `live` while what is shown follows, `waiting` while the stream is being opened. */
export type StreamState = 'live' | 'waiting';

/** A stream ends with its token and is open again at once: so short a gap is not worth a word. */
const UNSAID_MS = 3000;

/**
 * Follows a server-sent stream. The browser resumes a dropped connection itself, with `Last-Event-ID`; where it gave up (the server refused it for a while)
 * a new one is opened after a pause, and `onEvent` is called with null: something may have been missed.
 */
export function useStream(path: string, eventNames: readonly string[], onEvent: (event: MessageEvent<string> | null) => void): StreamState {
  const [state, setState] = useState<StreamState>('waiting');
  const hear = useEffectEvent(onEvent);
  const names = eventNames.join(' ');

  useEffect(() => {
    let source: EventSource | undefined;
    let again: ReturnType<typeof setTimeout> | undefined;
    let silence: ReturnType<typeof setTimeout> | undefined;
    let opened = 0;
    let failures = 0;
    const listener = (event: Event): void => hear(event as MessageEvent<string>);

    const open = (): void => {
      let first = true;
      source = new EventSource(path);
      source.onopen = () => {
        clearTimeout(silence);
        setState('live');
        failures = 0;
        if (first && opened > 0) hear(null);
        first = false;
        opened++;
      };
      source.onerror = () => {
        clearTimeout(silence);
        silence = setTimeout(() => setState('waiting'), UNSAID_MS);
        if (source?.readyState !== EventSource.CLOSED) return;
        again = setTimeout(open, Math.min(30_000, 1000 * 2 ** failures++));
      };
      for (const name of names.split(' ')) source.addEventListener(name, listener);
    };
    open();
    return () => {
      clearTimeout(again);
      clearTimeout(silence);
      source?.close();
    };
  }, [path, names]);

  return state;
}
