import type { Case, CaseEvent } from './case.ts';
import type { CaseEventEntity } from './case-event.entity.ts';
import type { CaseEntity } from './case.entity.ts';
import { urgencyOf } from './urgency.ts';

export function caseOf(row: CaseEntity): Case {
  const { assigneeId, assigneeName, unit: _unit, urgency: _urgency, placedXid: _placed, changedXid: _changed, ...rest } = row;
  return { ...rest, assignee: assigneeId === null ? null : { id: assigneeId, name: assigneeName ?? assigneeId } };
}

/** Columns that are written, with their types; the order is that of the statement. */
export const CASE_COLUMNS = {
  id: 'uuid', response: 'text', revision: 'int', answer_revision: 'int', person: 'uuid', programme: 'text', touchpoint: 'text', unit: 'text', path: 'text[]',
  served_by: 'text', account: 'text', measure: 'text', score: 'smallint', segment: 'text', channel: 'text', language: 'text', answered_at: 'timestamptz',
  contact_allowed: 'boolean', status: 'text', assignee_id: 'text', assignee_name: 'text', outcome: 'text', closed_by_system: 'boolean', opened_at: 'timestamptz',
  viewed_at: 'timestamptz', first_response_at: 'timestamptz', first_response_due_at: 'timestamptz', due_at: 'timestamptz', overdue_at: 'timestamptz',
  closed_at: 'timestamptz', erased_at: 'timestamptz', urgency: 'bigint',
} as const;

export function rowOf(state: Case): Record<keyof typeof CASE_COLUMNS, unknown> {
  return {
    id: state.id, response: state.response, revision: state.revision, answer_revision: state.answerRevision, person: state.person, programme: state.programme,
    touchpoint: state.touchpoint, unit: unitOf(state), path: state.path, served_by: state.servedBy, account: state.account, measure: state.measure,
    score: state.score, segment: state.segment, channel: state.channel, language: state.language, answered_at: state.answeredAt,
    contact_allowed: state.contactAllowed, status: state.status, assignee_id: state.assignee?.id ?? null, assignee_name: state.assignee?.name ?? null,
    outcome: state.outcome, closed_by_system: state.closedBySystem, opened_at: state.openedAt, viewed_at: state.viewedAt,
    first_response_at: state.firstResponseAt, first_response_due_at: state.firstResponseDueAt, due_at: state.dueAt, overdue_at: state.overdueAt,
    closed_at: state.closedAt, erased_at: state.erasedAt, urgency: urgencyOf(state),
  };
}

/** The unit itself: the last of the path. */
export const unitOf = ({ path }: Pick<Case, 'path'>): string => path[path.length - 1]!;

export function eventRowOf(caseId: string, revision: number, event: CaseEvent): CaseEventEntity {
  const { type, at, by, ...data } = event;
  // What opened the task is in the task itself; the line keeps what the history shows.
  const kept = event.type === 'opened' ? { score: event.answer.score, dueAt: event.dueAt, firstResponseDueAt: event.firstResponseDueAt } : data;
  return { caseId, revision, type, at, byId: by?.id ?? null, byName: by?.name ?? null, data: kept };
}
