import { responseRecorded, type Contribution } from '@candor/contracts';

const PATHS: Record<string, string[]> = {
  haifa: ['bank', 'north', 'haifa'], acre: ['bank', 'north', 'acre'], eilat: ['bank', 'south', 'eilat'], north: ['bank', 'north'],
};

/** An answer that counts, at a unit of the test's tree. */
export function contribution(unit: string, score: number, more: Partial<Contribution> = {}): Contribution {
  return { ...responseRecorded.sample.after!, touchpoint: 'visit', path: PATHS[unit]!, day: '2026-11-22', hour: 14, score, ...more };
}

/** `counts[score]` answers of each score. */
export const scoresOf = (counts: readonly number[]): number[] => counts.flatMap((count, score) => new Array<number>(count).fill(score));
