/** Reads server-sent events until closed; reconnects when the stream ends with its token. */
export function listen(url: string, key: string, onEvent: (event: string, data: unknown) => void): { ready: Promise<void>; close(): void } {
  const abort = new AbortController();
  let becameReady: () => void;
  const ready = new Promise<void>((resolve) => (becameReady = resolve));
  const read = async () => {
    const response = await fetch(url, { headers: { authorization: `Bearer ${key}`, accept: 'text/event-stream' }, signal: abort.signal });
    if (!response.ok || !response.body) throw new Error(`${url} answered ${response.status}`);
    becameReady();
    let rest = '';
    for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
      const blocks = (rest + chunk).split('\n\n');
      rest = blocks.pop()!;
      for (const block of blocks) {
        const event = /^event: (.*)$/m.exec(block)?.[1];
        const data = /^data: (.*)$/m.exec(block)?.[1];
        if (event && data) onEvent(event, JSON.parse(data));
      }
    }
  };
  void (async () => {
    while (!abort.signal.aborted) await read().catch((error: unknown) => { if (!abort.signal.aborted) console.error(String(error)); });
  })();
  return { ready, close: () => abort.abort() };
}
