/** At once, then at most once per `everyMs`, never dropping the last request. */
export function throttle(run: () => void, everyMs: number): { call: () => void; cancel: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let again = false;
  const settle = (): void => {
    timer = undefined;
    if (!again) return;
    again = false;
    call();
  };
  const call = (): void => {
    if (timer !== undefined) {
      again = true;
      return;
    }
    timer = setTimeout(settle, everyMs);
    run();
  };
  return { call, cancel: () => clearTimeout(timer) };
}
