const FIRST_MS = 15_000;
const LONGEST_MS = 30 * 60_000;

/** When a message that was put off is tried again: after 15 s, then after twice as long each time, up to half an hour. @param attempts made so far. */
export const retryAt = (attempts: number, now: Date): Date => new Date(now.getTime() + Math.min(FIRST_MS * 2 ** Math.max(0, Math.min(attempts - 1, 20)), LONGEST_MS));
