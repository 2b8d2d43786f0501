/** What the installation says about following up; the programme says the rest. */
export interface FollowUpSettings {
  /** Milliseconds after which an answer is history. */
  readonly maxAgeMs: number;
  readonly firstResponseMs: number;
}

export const FOLLOW_UP_SETTINGS = Symbol('FOLLOW_UP_SETTINGS');
