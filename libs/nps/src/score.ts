import { meanOf, type Counts } from './counts.ts';

export interface Score {
  /** % promoters - % detractors, -100 to 100, full precision; null without answers. */
  readonly nps: number | null;
  readonly n: number;
  readonly promoters: number;
  readonly passives: number;
  readonly detractors: number;
  /** Mean of the 0-10 scores; null without answers. */
  readonly mean: number | null;
}

/** The Net Promoter Score of answers counted by score 0 to 10 (11 entries): promoters 9-10, passives 7-8, detractors 0-6. */
export function npsOf(counts: Counts): Score {
  let detractors = 0;
  for (let score = 0; score <= 6; score++) detractors += counts[score] ?? 0;
  const passives = (counts[7] ?? 0) + (counts[8] ?? 0);
  const promoters = (counts[9] ?? 0) + (counts[10] ?? 0);
  const n = detractors + passives + promoters;
  return {
    nps: n === 0 ? null : (100 * (promoters - detractors)) / n,
    n, promoters, passives, detractors,
    mean: meanOf(counts),
  };
}
