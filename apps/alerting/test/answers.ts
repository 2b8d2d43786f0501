import { responseRecorded, type Contribution } from '@candor/contracts';
import { evolveAll, type Case } from '../src/case/case.ts';
import { followAnswer, type AnswerChange, type FollowUpPolicy } from '../src/case/follow-answer.ts';

const HOUR = 3_600_000;

export const policy: FollowUpPolicy = { anonymous: false, caseDueMs: 24 * HOUR, firstResponseMs: 4 * HOUR, maxAgeMs: 48 * HOUR };
export const caseId = '8a2f2d0c-2f3a-4f6b-9e7e-6c1f0f4a5b33';
export const detractor: Contribution = responseRecorded.sample.after!;
export const promoter: Contribution = { ...detractor, score: 9 };

/** A change of the answer in the contract's sample, answered at `answeredAt`. */
export function change(kind: AnswerChange['kind'], revision: number, after: Contribution | null, answeredAt: Date): AnswerChange {
  return { ...responseRecorded.sample, kind, revision, before: null, after, answeredAt: answeredAt.toISOString(), changedAt: answeredAt.toISOString() };
}

/** A task that opened at `now` because of a 3. */
export function opened(now: Date): Case {
  return evolveAll(null, followAnswer(null, change('recorded', 1, detractor, now), policy, () => caseId, now))!;
}
