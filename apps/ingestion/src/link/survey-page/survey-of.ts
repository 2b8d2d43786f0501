import type { AnsweredSurvey, OpenSurvey, SurveyProblem } from '@candor/survey';
import type { Problem } from '@candor/http';
import type { LinkState } from '../answer-by-link/link-state.ts';

/** An answered link as the page shows it. */
export function answeredSurvey({ answer, changeUntil, locked }: Extract<LinkState, { kind: 'answered' }>, problem?: SurveyProblem): AnsweredSurvey {
  return {
    state: 'answered', score: answer.score, changeUntil, contactAllowed: answer.consent?.contact ?? false, nameAllowed: answer.consent?.name ?? false,
    ...(answer.comment !== undefined && { comment: answer.comment }), ...(locked && { locked }), ...(problem && { problem }),
  };
}

/** The question, with what was sent so far: nothing that was typed is lost to a mistake. */
export function openSurvey(sent: unknown, problem?: SurveyProblem): OpenSurvey {
  const { score, comment } = (sent ?? {}) as { score?: unknown; comment?: unknown };
  const chosen = preselected(score);
  return {
    state: 'open', ...(chosen !== undefined && { score: chosen }), ...(typeof comment === 'string' && comment !== '' && { comment }), ...(problem && { problem }),
  };
}

/** A link's `?score=` only preselects, so what is no score is passed over. */
export function preselected(score: unknown): number | undefined {
  return typeof score === 'string' && /^(10|[0-9])$/.test(score) ? Number(score) : undefined;
}

/** What the page says of a refused form; undefined where it has no words for it. */
export function problemOnPage({ errors = [] }: Problem, sent: unknown): SurveyProblem | undefined {
  const { score } = (sent ?? {}) as { score?: unknown };
  const fields = errors.map(({ field }) => field);
  if (fields.includes('score')) return score === undefined || score === '' ? 'scoreMissing' : 'scoreInvalid';
  return fields.includes('comment') ? 'wordsTooLong' : undefined;
}

/** Which message a link came in: reminders name themselves by `?m=`; the first message says nothing. */
export function messageOf(m: unknown): number | undefined {
  return typeof m === 'string' && /^[1-9]$/.test(m) ? Number(m) : undefined;
}
