import type { Touchpoint } from '@candor/catalog-copy';
import type { Window } from '../scores/period.ts';

/** A day from which figures of a trend are not made as those before it were. */
export type Break =
  | { day: string; kind: 'survey'; survey: number; was: number }
  | { day: string; kind: 'weights'; touchpoint: string; weight: number; was: number };

/** When a version of the survey was first answered, of those that were looked at. */
export interface FirstAnswered {
  survey: number;
  day: string;
}

const inside = (day: string, { from, to }: Window): boolean => (from === null || day > from) && (to === null || day < to);
const byDay = (a: { day: string }, b: { day: string }): number => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0);

/** A version breaks the trend on the day it is first answered, if another was answered before; those that begin together are used side by side. */
export function surveyBreaks(first: readonly FirstAnswered[], window: Window): Break[] {
  const sorted = first.toSorted((a, b) => byDay(a, b) || a.survey - b.survey);
  return sorted.flatMap(({ survey, day }) => {
    const earlier = sorted.findLast((other) => other.day < day);
    return earlier && inside(day, window) ? [{ day, kind: 'survey' as const, survey, was: earlier.survey }] : [];
  });
}

/** Weights move the total, and no pooled score. */
export function weightBreaks(touchpoints: readonly Pick<Touchpoint, 'key' | 'weights'>[], window: Window): Break[] {
  return touchpoints.flatMap(({ key: touchpoint, weights = [] }) => weights.flatMap(({ weight, from: day }, i) => {
    const was = weights[i - 1]?.weight;
    return day !== null && was !== undefined && was !== weight && inside(day, window) ? [{ day, kind: 'weights' as const, touchpoint, weight, was }] : [];
  }));
}

export const inOrder = (breaks: readonly Break[]): Break[] => breaks.toSorted(byDay);
