import type { Case, Deadlines } from './case.ts';

type Queued = Pick<Case, 'id' | 'status' | 'deadlines' | 'closedAt' | 'openedAt'>;

/** The deadline that runs now: until somebody has responded the first response, then the whole follow-up. */
export function runningDeadline({ firstResponseDueAt, firstResponseAt, dueAt }: Deadlines): string {
  return firstResponseAt === null && firstResponseDueAt < dueAt ? firstResponseDueAt : dueAt;
}

/** Most urgent first; what is closed comes last, latest first. The order is total, so that a list never flickers. */
export function inQueueOrder<T extends Queued>(tasks: readonly T[]): T[] {
  const unique = [...new Map(tasks.map((task) => [task.id, task])).values()];
  return unique.sort((a, b) => {
    if ((a.status === 'closed') !== (b.status === 'closed')) return a.status === 'closed' ? 1 : -1;
    const byTime = a.status === 'closed' ? compare(b.closedAt ?? '', a.closedAt ?? '') : compare(runningDeadline(a.deadlines), runningDeadline(b.deadlines)) || compare(a.openedAt, b.openedAt);
    return byTime || compare(a.id, b.id);
  });
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The id `step` places after the current one; from nothing J opens the first, K the last. Ends do not wrap. */
export function neighbour(ids: readonly string[], current: string | undefined, step: 1 | -1): string | undefined {
  const at = current === undefined ? -1 : ids.indexOf(current);
  if (at === -1) return step === 1 ? ids[0] : ids.at(-1);
  return ids[at + step] ?? ids[at];
}

/** Ids that were not listed before; none on the first look, when everything is new. */
export function arrivals(before: readonly string[] | undefined, now: readonly string[]): Set<string> {
  if (before === undefined) return new Set();
  const known = new Set(before);
  return new Set(now.filter((id) => !known.has(id)));
}
