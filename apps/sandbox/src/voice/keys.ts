/** Of the keys that were pressed so far: what a listener takes, what is left for the next, and whether it has heard enough. */
export interface Collected { readonly digits: string; readonly rest: string; readonly complete: boolean }

/** @param finishOnKey keys that end the listening and do not count; '' for none */
export function collect(pressed: string, numDigits: number | undefined, finishOnKey: string): Collected {
  for (let index = 0; index < pressed.length; index++) {
    if (finishOnKey.includes(pressed[index]!)) return { digits: pressed.slice(0, index), rest: pressed.slice(index + 1), complete: true };
    if (index + 1 !== numDigits) continue;
    // Who ends with # what was complete already means this answer, not the next one.
    const after = pressed.slice(numDigits);
    return { digits: pressed.slice(0, numDigits), rest: after !== '' && finishOnKey.includes(after[0]!) ? after.slice(1) : after, complete: true };
  }
  return { digits: pressed, rest: '', complete: false };
}

/** How long a voice takes to say it, in ms. */
export const speechMs = (text: string): number => 300 + text.length * 68;
