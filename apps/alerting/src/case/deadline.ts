import type { Case, CaseEvent, DeadlineKind } from './case.ts';

/** What a deadline that has come means: an overdue task says so in its history; one that was met, or has ended, says nothing. */
export function passDeadline(state: Case, deadline: DeadlineKind, now: Date): CaseEvent[] {
  if (state.status === 'closed' || dueOf(state, deadline) > now) return [];
  if (deadline === 'first-response' && state.firstResponseAt) return [];
  return [{ type: 'overdue', at: now, by: null, deadline }];
}

export function dueOf(state: Case, deadline: DeadlineKind): Date {
  return deadline === 'first-response' ? state.firstResponseDueAt : state.dueAt;
}
