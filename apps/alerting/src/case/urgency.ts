import type { Case } from './case.ts';

/** After every open task, and room for 300 years of milliseconds. */
const CLOSED = 20_000_000_000_000;

/** The order in which tasks are worked: lower first. What is due soonest comes first; what is closed comes last, the latest first. */
export function urgencyOf({ closedAt, dueAt }: Pick<Case, 'closedAt' | 'dueAt'>): number {
  return closedAt ? CLOSED - closedAt.getTime() : dueAt.getTime();
}
