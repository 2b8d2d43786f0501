/** How long a provider that we were too fast for is left alone; pure, with the time passed in. */
export interface Throttle {
  /** Times in a row that it complained. */
  readonly complaints: number;
  /** Until when nothing is sent; null: it takes messages. */
  readonly until: Date | null;
}

export const UNTHROTTLED: Throttle = { complaints: 0, until: null };

const FIRST_MS = 500;
const LONGEST_MS = 60_000;
/** What a provider may ask for; beyond it we look again by ourselves. */
const LONGEST_ASKED_MS = 15 * 60_000;

export const isThrottled = ({ until }: Throttle, now: Date): boolean => until !== null && now < until;

/**
 * It said that we are too fast: half a second, doubling up to a minute, or what it asks for. Complaints about what was under way when the pause began say nothing new,
 * unless they ask for more.
 */
export function complained(throttle: Throttle, now: Date, askedMs?: number): Throttle {
  const asked = askedMs === undefined ? undefined : new Date(now.getTime() + Math.min(askedMs, LONGEST_ASKED_MS));
  if (isThrottled(throttle, now)) return asked !== undefined && asked > throttle.until! ? { ...throttle, until: asked } : throttle;
  const complaints = throttle.complaints + 1;
  const pause = Math.min(FIRST_MS * 2 ** (complaints - 1), LONGEST_MS);
  return { complaints, until: asked ?? new Date(now.getTime() + pause) };
}

/** It took a message. What was under way when it complained, and got through, does not end the pause. */
export const tookOne = (throttle: Throttle, now: Date): Throttle => (isThrottled(throttle, now) ? throttle : UNTHROTTLED);
