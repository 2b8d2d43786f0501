export type Step = 'answer-to-score' | 'answer-to-report' | 'answer-to-task' | 'task-to-first-response' | 'task-to-close';

/** A row of `GET /v1/service-levels`; times in seconds. */
export interface Level {
  readonly step: Step;
  readonly n: number;
  readonly p50: number | null;
  readonly p95: number | null;
  readonly p99: number | null;
  readonly max: number | null;
  readonly inTime: number | null;
  readonly late: number | null;
  readonly waiting: number | null;
  readonly overdue: number | null;
}

/** Of those whose deadline has been kept or has passed the share that kept it; null where nothing was promised or due. */
export function keptShare({ inTime, late, overdue }: Level): number | null {
  const over = (inTime ?? 0) + (late ?? 0) + (overdue ?? 0);
  return inTime === null || over === 0 ? null : inTime / over;
}
