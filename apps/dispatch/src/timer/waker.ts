/** What can be woken, by the name under which it is announced. */
export type Sleeper = 'decide' | 'send' | 'remind' | 'mature' | 'receipt' | 'text' | 'recordings' | 'calls' | 'import' | 'walk';

/** Under which it is injected. */
export const WAKER = Symbol('WAKER');

/**
 * Wakes instances at a time, whichever of them is alive then. It only wakes: what is to be done stands in PostgreSQL, and a poll finds what nobody was woken for. So a
 * waker may forget everything, or not work at all.
 */
export interface Waker {
  /** Wakes somebody at that time. Never waits and never throws. */
  announce(sleeper: Sleeper, at: Date): void;
  onWake(wake: (sleeper: Sleeper) => void): void;
  /** Rejects with the reason why it does not work. */
  check(): Promise<void>;
  close(): Promise<void>;
}
