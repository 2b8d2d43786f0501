import type { CaseOutcome, CaseStatus, Measure, Segment } from '@candor/contracts';

/** A member of staff (or an API key), as the gateway named them at the time. */
export interface Actor {
  readonly id: string;
  readonly name: string;
}

/** What of an answer a follow-up task needs; frozen when the task opened, except for the score. */
export interface AnswerFacts {
  readonly response: string;
  readonly person: string | null;
  readonly programme: string;
  readonly touchpoint: string;
  /** Root to unit, as it was when the answer was given. */
  readonly path: readonly string[];
  readonly servedBy: string | null;
  readonly account: string | null;
  readonly measure: Measure;
  readonly score: number;
  readonly segment: Segment | null;
  readonly channel: string;
  readonly language: string | null;
  readonly answeredAt: Date;
  /** Whether the respondent agreed to be contacted; null where they were not asked. */
  readonly contactAllowed: boolean | null;
}

export const DEADLINES = ['first-response', 'follow-up'] as const;
export type DeadlineKind = (typeof DEADLINES)[number];

/** Why the system itself closed, reopened or changed a task. */
export type Cause = 'amended' | 'excluded' | 'erased' | 'reinstated';

/** What happened to a task, in the order it happened; a task is the fold of its events. */
export type CaseEvent = { readonly at: Date; readonly by: Actor | null } & (
  | { readonly type: 'opened'; readonly id: string; readonly answer: AnswerFacts; readonly answerRevision: number; readonly firstResponseDueAt: Date; readonly dueAt: Date }
  | { readonly type: 'viewed' }
  | { readonly type: 'claimed' }
  | { readonly type: 'assigned'; readonly assignee: Actor }
  | { readonly type: 'released' }
  | { readonly type: 'noted'; readonly text: string | null }
  | { readonly type: 'closed'; readonly outcome: CaseOutcome; readonly text: string | null; readonly cause: Cause | null }
  | { readonly type: 'reopened'; readonly cause: Cause }
  | { readonly type: 'answer-changed'; readonly cause: Cause; readonly score: number | null; readonly segment: Segment | null; readonly contactAllowed: boolean | null; readonly answerRevision: number }
  | { readonly type: 'overdue'; readonly deadline: DeadlineKind }
  | { readonly type: 'erased'; readonly answerRevision: number }
);
export type CaseEventType = CaseEvent['type'];

/** A follow-up task for one unhappy customer: there is at most one for an answer. */
export interface Case extends AnswerFacts {
  readonly id: string;
  /** Number of events so far. */
  readonly revision: number;
  /** The last change of the answer that was looked at. */
  readonly answerRevision: number;
  readonly status: CaseStatus;
  readonly assignee: Actor | null;
  readonly outcome: CaseOutcome | null;
  /** The system closed it; only then may the system open it again. */
  readonly closedBySystem: boolean;
  readonly openedAt: Date;
  readonly viewedAt: Date | null;
  readonly firstResponseAt: Date | null;
  readonly firstResponseDueAt: Date;
  readonly dueAt: Date;
  /** When the first deadline passed unmet. */
  readonly overdueAt: Date | null;
  readonly closedAt: Date | null;
  readonly erasedAt: Date | null;
}

/** The task after one more event. @throws if a task's first event is not `opened` (a programming error). */
export function evolve(state: Case | null, event: CaseEvent): Case {
  if (event.type === 'opened') return open(event);
  if (!state) throw new Error(`A task cannot begin with ${event.type}`);
  const next = { ...state, revision: state.revision + 1 };
  switch (event.type) {
    case 'viewed': return { ...next, viewedAt: event.at };
    case 'claimed': return { ...next, status: 'claimed', assignee: event.by, firstResponseAt: state.firstResponseAt ?? event.at };
    case 'assigned': return { ...next, status: 'claimed', assignee: event.assignee };
    case 'released': return { ...next, status: 'open', assignee: null };
    case 'noted': return { ...next, firstResponseAt: state.firstResponseAt ?? event.at };
    case 'closed': return {
      ...next, status: 'closed', outcome: event.outcome, closedAt: event.at, closedBySystem: event.by === null,
      assignee: state.assignee ?? event.by, firstResponseAt: state.firstResponseAt ?? (event.by && event.at),
    };
    case 'reopened': return { ...next, status: 'open', assignee: null, outcome: null, closedAt: null, closedBySystem: false };
    case 'answer-changed': return {
      ...next, answerRevision: event.answerRevision, contactAllowed: event.contactAllowed,
      ...(event.score === null ? {} : { score: event.score, segment: event.segment }),
    };
    case 'overdue': return { ...next, overdueAt: state.overdueAt ?? event.at };
    case 'erased': return { ...next, erasedAt: event.at, answerRevision: event.answerRevision };
  }
}

function open(event: Extract<CaseEvent, { type: 'opened' }>): Case {
  return {
    ...event.answer, id: event.id, revision: 1, answerRevision: event.answerRevision, status: 'open', assignee: null, outcome: null, closedBySystem: false,
    openedAt: event.at, viewedAt: null, firstResponseAt: null, firstResponseDueAt: event.firstResponseDueAt, dueAt: event.dueAt,
    overdueAt: null, closedAt: null, erasedAt: null,
  };
}

export const evolveAll = (state: Case | null, events: readonly CaseEvent[]): Case | null => events.reduce<Case | null>(evolve, state);
