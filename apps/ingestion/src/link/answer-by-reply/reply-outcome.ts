import type { Outcome } from '../answer-by-link/answer-by-link.ts';

/**
 * What became of a reply, for the record. `held`: words without a score, kept until one comes; `used`: kept words that have become part of an answer since;
 * `unknown`: no invitation of ours has this id.
 */
export const REPLY_OUTCOMES = ['recorded', 'amended', 'unchanged', 'held', 'used', 'expired', 'locked', 'erased', 'unknown'] as const;
export type ReplyOutcome = (typeof REPLY_OUTCOMES)[number];

export function replyOutcome(outcome: Outcome, said: readonly unknown[]): ReplyOutcome {
  if (outcome.kind !== 'stored') return outcome.kind;
  if (outcome.first) return 'recorded';
  return said.length > 0 ? 'amended' : 'unchanged';
}
