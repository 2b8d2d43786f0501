import { oneOf, textOf } from '../filters/search-string.ts';
import { withoutUndefined } from '../filters/selection.ts';

export const STATUSES = ['open', 'claimed', 'closed'] as const;

/** Which tasks are listed. Without a status: my queue, that is what is free to take and what is mine. */
export interface InboxSearch {
  readonly status?: (typeof STATUSES)[number];
  readonly unit?: string;
  readonly assignee?: string;
}

export const parseInboxSearch = (search: Record<string, unknown>): InboxSearch =>
  withoutUndefined({ status: oneOf(STATUSES, search['status']), unit: textOf(search['unit']), assignee: textOf(search['assignee']) });

/** The lists to ask the API for: my queue is two of them. */
export function caseQueries(search: InboxSearch, me: string): { status: string; unit?: string; assignee?: string }[] {
  const unit = search.unit === undefined ? {} : { unit: search.unit };
  if (search.status !== undefined) return [{ status: search.status, ...unit, ...(search.assignee === undefined ? {} : { assignee: search.assignee }) }];
  return [{ status: 'open', ...unit }, { status: 'claimed', ...unit, assignee: me }];
}
