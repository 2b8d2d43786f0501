import type { Case, Staff } from './case.ts';
import { runningDeadline } from './queue.ts';

export interface Load {
  /** Null: nobody has them yet. */
  readonly agent: Staff | null;
  readonly tasks: number;
  readonly late: number;
  /** Due within the hour. */
  readonly dueSoon: number;
  readonly oldest: string;
}

/** Who has how much to do, most first. */
export function loadByAgent(tasks: readonly Pick<Case, 'assignee' | 'deadlines' | 'openedAt'>[], now: Date): Load[] {
  const byAgent = Map.groupBy(tasks, (task) => task.assignee?.id ?? '');
  return [...byAgent.values()]
    .map((own) => {
      const left = own.map((task) => Date.parse(runningDeadline(task.deadlines)) - now.getTime());
      return {
        agent: own[0]?.assignee ?? null,
        tasks: own.length,
        late: left.filter((ms) => ms < 0).length,
        dueSoon: left.filter((ms) => ms >= 0 && ms < 3_600_000).length,
        oldest: own.map((task) => task.openedAt).sort()[0] ?? '',
      };
    })
    .sort((a, b) => b.tasks - a.tasks || b.dueSoon - a.dueSoon);
}
