import { z } from 'zod';
import { defineEvent } from '../event.ts';
import { externalId, instant, key, segment } from '../vocabulary.ts';

export const CASE_STATUSES = ['open', 'claimed', 'closed'] as const;
export const caseStatus = z.enum(CASE_STATUSES);
export type CaseStatus = z.infer<typeof caseStatus>;

export const CASE_OUTCOMES = ['resolved', 'explained', 'compensated', 'unreachable', 'no-action', 'duplicate'] as const;
export const caseOutcome = z.enum(CASE_OUTCOMES);
export type CaseOutcome = z.infer<typeof caseOutcome>;

/** A follow-up task changed; notes and contacts stay inside `alerting`. */
export const caseChange = z.object({
  id: z.uuid(),
  revision: z.int().min(1),
  response: externalId,
  person: z.uuid().optional(),
  programme: key,
  touchpoint: key,
  path: z.array(key).min(1),
  servedBy: externalId.optional(),
  segment: segment.optional(),
  score: z.int(),
  status: caseStatus,
  /** Subject of the staff member the case is with. */
  assignee: z.string().optional(),
  /** Subject of whoever made the change; absent where the system did. */
  by: z.string().optional(),
  outcome: caseOutcome.optional(),
  openedAt: instant,
  dueAt: instant,
  /** When somebody first claimed it, wrote a note or closed it, and until when that was promised. */
  firstResponseAt: instant.optional(),
  firstResponseDueAt: instant.optional(),
  closedAt: instant.optional(),
  at: instant,
});
export type CaseChange = z.infer<typeof caseChange>;

const opened: CaseChange = {
  id: '8a2f2d0c-2f3a-4f6b-9e7e-6c1f0f4a5b33', revision: 1, response: '01938a4e-6f10-7c3a-9d50-0a4b1c2d3e4f',
  person: '5b2c8c9e-51a5-4d2e-9a51-2f9d3f0c7b22', programme: 'transactional', touchpoint: 'branch-visit', path: ['bank', 'north', 'haifa-1'],
  servedBy: 'emp-17', segment: 'detractor', score: 3, status: 'open', openedAt: '2026-11-22T12:05:00Z', dueAt: '2026-11-23T12:05:00Z', at: '2026-11-22T12:05:00Z',
};
const change = (name: string, description: string, sample: CaseChange) =>
  defineEvent({ type: `com.candor.case.${name}.v1`, version: 1, description, schema: caseChange, key: (data) => data.response, sample });

export const caseOpened = change('opened', 'A detractor answered: a follow-up task was opened.', opened);
export const caseViewed = change('viewed', 'Staff opened the task for the first time: the respondent\'s score locks.', { ...opened, revision: 2, by: 'dana' });
export const caseClaimed = change('claimed', 'An agent took the task.', { ...opened, revision: 3, status: 'claimed', assignee: 'dana', by: 'dana' });
export const caseReleased = change('released', 'An agent gave the task back to the queue.', { ...opened, revision: 4, by: 'dana' });
export const caseNoted = change('noted', 'A note was written on the task (the note itself stays in alerting).', { ...opened, revision: 5, status: 'claimed', assignee: 'dana', by: 'dana' });
export const caseReopened = change('reopened', 'The answer counts again: a task that the system had closed is open again.', { ...opened, revision: 8 });
export const caseRescored = change('rescored', 'The answer behind the task was changed or no longer counts; the task is left to whoever has it.', { ...opened, revision: 7, score: 5 });
export const caseOverdue = change('overdue', 'A deadline of the task passed before it was met.', { ...opened, revision: 5 });
export const caseClosed = change('closed', 'The task was closed with an outcome.', {
  ...opened, revision: 6, status: 'closed', assignee: 'dana', by: 'dana', outcome: 'resolved', closedAt: '2026-11-22T13:00:00Z', at: '2026-11-22T13:00:00Z',
});
