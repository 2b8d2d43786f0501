import { confidence, type Interval, type Shares } from '@candor/nps';
import type { AttackMark, AttackTest } from './attack/decide-attacks.ts';
import type { ChangeDecision } from './change/decide-changes.ts';
import { BASELINE_WEEKS, type WindowTest } from './change/windows.ts';
import { addDays } from './days.ts';
import { FAIRNESS_DAYS, type FairnessMark, type FairnessTest } from './fairness/decide-fairness.ts';
import type { Against, Marks } from './fairness/marks.ts';

export interface WindowFigure {
  from: string;
  to: string;
  n: number;
  nps: number | null;
  promoters: number;
  detractors: number;
  confidence: Interval | null;
}

/** Two windows of days, local to the unit, and how sure it is that they differ. */
export interface ChangeWhy {
  of: 'change';
  recent: WindowFigure;
  baseline: WindowFigure & { dispersion: number };
  points: number;
  p: number;
  threshold: number;
}
export interface AttackWhy {
  of: 'attack';
  from: string;
  to: string;
  recent: number;
  expected: number;
  busiest: number;
  scores: readonly number[];
  comments: number;
  sameComment: number;
  densest: number;
  marks: readonly AttackMark[];
  p: number;
  threshold: number;
}
export interface FairnessWhy extends Marks {
  of: 'fairness';
  from: string;
  to: string;
  confirmed: readonly FairnessMark[];
  p: number;
  threshold: number;
}
export type Why = ChangeWhy | AttackWhy | FairnessWhy;
export type { Against };

/** @param day the first that is not counted @param since the day it was raised on: its baseline is of the weeks before its window then */
export function changeWhy({ threshold }: Pick<ChangeDecision<unknown>, 'threshold'>, { weeks, recent, baseline, points, p }: WindowTest, day: string, since: string): ChangeWhy {
  const end = addDays(since, -7 * weeks);
  return {
    of: 'change', recent: figure(recent, addDays(day, -7 * weeks), day), baseline: { ...figure(baseline, addDays(end, -7 * BASELINE_WEEKS), end), dispersion: baseline.dispersion }, points, p, threshold,
  };
}

function figure({ n, promoters, detractors }: Shares, from: string, to: string): WindowFigure {
  const shares = { n, promoters, detractors };
  return { from, to, ...shares, nps: n === 0 ? null : (100 * (promoters - detractors)) / n, confidence: confidence(shares) };
}

export const attackWhy = ({ recent, expected, busiest, scores, comments, sameComment, densest, marks, p, threshold }: AttackTest, now: Date): AttackWhy =>
  ({ of: 'attack', from: new Date(now.getTime() - 86_400_000).toISOString(), to: now.toISOString(), recent, expected, busiest, scores, comments, sameComment, densest, marks, p, threshold });

export const fairnessWhy = ({ marks, confirmed, p, threshold }: FairnessTest, day: string): FairnessWhy => ({ of: 'fairness', from: addDays(day, -FAIRNESS_DAYS), to: day, ...marks, confirmed, p, threshold });
