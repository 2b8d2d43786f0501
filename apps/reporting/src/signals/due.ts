import type { Family } from './place.ts';

export interface Run {
  /** Of the last look; null: there was none. */
  day: string | null;
  seq: string | null;
  finishedAt: Date | null;
  tookMs: number;
  /** Of the figures now. */
  seqNow: string;
}

/** An attack is worth seeing while it lasts; how people ask changes over weeks. */
const LEAST_BETWEEN_MS: Record<Family, number> = { attack: 15_000, change: 60_000, 'unit-fairness': 600_000, 'person-fairness': 600_000 };
/** A look may cost a twentieth of the time at most. */
const REST = 20;

/** Whether it is time to look again: a day is over everywhere, or there is something new and enough time has passed. */
export function isDue(family: Family, { day: last, seq, finishedAt, tookMs, seqNow }: Run, now: Date, day: string): boolean {
  if (last === null || finishedAt === null) return true;
  const rested = now.getTime() - finishedAt.getTime() >= Math.max(LEAST_BETWEEN_MS[family], REST * tookMs);
  return rested && (last !== day || family !== 'change' || seq !== seqNow);
}
