import type { Contribution, ResponseChange, Segment } from '@candor/contracts';
import { segmentOf } from '@candor/nps';
import type { AnswerFacts, Case, CaseEvent, Cause } from './case.ts';

/** What the programme and the installation say about following up. */
export interface FollowUpPolicy {
  /** Nobody may be named in an anonymous programme, so nobody can be called back. */
  readonly anonymous: boolean;
  readonly caseDueMs: number;
  readonly firstResponseMs: number;
  /** Answers older than this are history: they open nothing. */
  readonly maxAgeMs: number;
}

export type AnswerChange = ResponseChange & { readonly kind: 'recorded' | 'amended' | 'excluded' | 'reinstated' | 'erased' };

/**
 * What a change of an answer means for its task (domain 6.1). A detractor opens one, when recorded or amended into one. While nobody has taken it,
 * the task follows the answer: it closes when the answer no longer counts or is no detractor's, and opens again should that be undone. Once a person has taken
 * or closed it, the system only writes down what changed, and leaves the task to them. A revision that was looked at already does nothing.
 * @param policy of the answer's programme; null where the answer does not count
 */
export function followAnswer(state: Case | null, change: AnswerChange, policy: FollowUpPolicy | null, newId: () => string, now: Date): CaseEvent[] {
  if (!state) return open(change, policy, newId, now);
  if (change.revision <= state.answerRevision || state.erasedAt) return [];
  if (change.kind === 'erased') return erase(state, change.revision, now);
  const cause: Cause = change.kind === 'recorded' ? 'amended' : change.kind;
  const segment = segmentIn(change.after);
  const contactAllowed = change.contactAllowed ?? state.contactAllowed;
  const changed: CaseEvent = { type: 'answer-changed', at: now, by: null, cause, score: change.after?.score ?? null, segment, contactAllowed, answerRevision: change.revision };
  if (segment !== 'detractor') return state.status === 'open' ? [changed, closeItself(cause, now)] : [changed];
  if (state.closedBySystem) return [changed, { type: 'reopened', at: now, by: null, cause }];
  // Words that were added are shown by themselves and are no news in the history.
  return change.after?.score === state.score && contactAllowed === state.contactAllowed ? [] : [changed];
}

function open(change: AnswerChange, policy: FollowUpPolicy | null, newId: () => string, now: Date): CaseEvent[] {
  if (!change.after || !policy || policy.anonymous || segmentIn(change.after) !== 'detractor') return [];
  if (now.getTime() - Date.parse(change.answeredAt) > policy.maxAgeMs) return [];
  return [{
    type: 'opened', at: now, by: null, id: newId(), answer: factsOf(change, change.after), answerRevision: change.revision,
    firstResponseDueAt: new Date(now.getTime() + Math.min(policy.firstResponseMs, policy.caseDueMs)), dueAt: new Date(now.getTime() + policy.caseDueMs),
  }];
}

function erase(state: Case, answerRevision: number, now: Date): CaseEvent[] {
  const erased: CaseEvent = { type: 'erased', at: now, by: null, answerRevision };
  return state.status === 'closed' ? [erased] : [closeItself('erased', now), erased];
}

const closeItself = (cause: Cause, now: Date): CaseEvent => ({ type: 'closed', at: now, by: null, outcome: 'no-action', text: null, cause });

const segmentIn = (counted: Contribution | null): Segment | null => counted && segmentOf(counted.measure, counted.score);

function factsOf(change: AnswerChange, after: Contribution): AnswerFacts {
  return {
    response: change.id, person: change.person ?? null, programme: after.programme, touchpoint: after.touchpoint, path: after.path,
    servedBy: after.servedBy ?? null, account: after.account ?? null, measure: after.measure, score: after.score, segment: segmentIn(after),
    channel: after.channel, language: after.language ?? null, answeredAt: new Date(change.answeredAt), contactAllowed: change.contactAllowed ?? null,
  };
}
