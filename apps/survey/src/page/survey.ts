import type { Messages, NoticeKind } from '../languages/messages.ts';

/** The scale never changes (domain 1.1). */
export const LOWEST = 0;
export const HIGHEST = 10;
/** Longest comment that is taken, in UTF-16 code units. */
export const LONGEST_COMMENT = 10_000;

/** Around the question: who asks whom about what. */
export interface Asked {
  readonly messages: Messages;
  /** The name that the question recommends, as the enterprise writes it. */
  readonly company: string;
  readonly audience: 'customers' | 'employees' | 'partners';
  readonly anonymous: boolean;
  /** Whether a particular person served the respondent. */
  readonly served: boolean;
  /** What happened; null where the names are not known. */
  readonly about: { readonly touchpoint: string; readonly unit: string; readonly at: Date; readonly timeZone: string } | null;
  /** Path of the page without a query, which is also where forms go. */
  readonly path: string;
  /** Which of the invitation's messages led here (`?m=`): kept from page to page. */
  readonly message?: number;
  /** Language tag that was chosen on the page; absent where the invitation's own is used. */
  readonly chosen?: string;
}

export type SurveyProblem = keyof Omit<Messages['error'], 'offline'>;

/** Not answered yet. `score` only preselects; `comment` keeps what was typed when something was wrong. */
export interface OpenSurvey {
  readonly state: 'open';
  readonly score?: number;
  readonly comment?: string;
  readonly problem?: SurveyProblem;
}

/** Answered: the answer as it stands and what of it can still be changed. */
export interface AnsweredSurvey {
  readonly state: 'answered';
  readonly score: number;
  readonly comment?: string;
  readonly contactAllowed: boolean;
  readonly nameAllowed: boolean;
  /** Why nothing, or the score, can be changed any more. */
  readonly locked?: 'by-staff' | 'window-over';
  /** Until when it can be changed. */
  readonly changeUntil: Date;
  readonly problem?: SurveyProblem;
}

export type Survey = OpenSurvey | AnsweredSurvey;

/** A page without a question, in the best language there is. */
export interface Notice {
  readonly kind: NoticeKind;
  readonly messages: Messages;
}
