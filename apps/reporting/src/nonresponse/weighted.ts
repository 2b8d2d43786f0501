import { adjusted, confidence, type Interval, type Shares } from '@candor/nps';

/** Those who were asked at one unit on one channel, and those of them who answered. */
export interface Stratum extends Shares {
  invited: number;
}

export interface Weighted {
  pooled: { nps: number | null; n: number; confidence: Interval | null };
  /** As if every unit and channel had answered in proportion to how many were asked there. */
  weighted: { nps: number; confidence: Interval | null; strata: number; /** Of those who were asked, the share that is in a stratum with answers. */ coverage: number } | null;
  /** Weighted less pooled, in points: what the mix of those who answered has moved. */
  difference: number | null;
}

/** Of fewer answers a stratum says little, and its weight would make much of it: such ones are taken together. */
const LEAST_OF_STRATUM = 5;
const Z95 = 1.96;

/** The pooled score beside the one weighted by those who were asked (domain 2.8). */
export function weightedOf(strata: readonly Stratum[], leastN: number): Weighted {
  const large = strata.filter(({ n }) => n >= LEAST_OF_STRATUM);
  const small = sum(strata.filter(({ n }) => n < LEAST_OF_STRATUM));
  const used = [...large, ...(small.n > 0 ? [small] : [])];
  const all = sum(strata);
  const pooled = { nps: npsOf(all), n: all.n, confidence: all.n >= leastN ? confidence(all) : null };
  const invited = used.reduce((total, one) => total + one.invited, 0);
  if (pooled.nps === null || invited === 0) return { pooled, weighted: null, difference: null };
  const nps = used.reduce((total, one) => total + (one.invited / invited) * npsOf(one)!, 0);
  const estimates = used.map((one) => ({ weight: one.invited / invited, ...adjusted(one) }));
  const centre = estimates.reduce((total, one) => total + one.weight * one.centre, 0);
  const error = Math.hypot(...estimates.map((one) => one.weight * one.standardError));
  const interval = { low: Math.max(-100, centre - Z95 * error), high: Math.min(100, centre + Z95 * error), level: 0.95 };
  return { pooled, weighted: { nps, confidence: all.n >= leastN ? interval : null, strata: used.length, coverage: invited / all.invited }, difference: nps - pooled.nps };
}

const npsOf = ({ n, promoters, detractors }: Shares): number | null => (n === 0 ? null : (100 * (promoters - detractors)) / n);

const sum = (strata: readonly Stratum[]): Stratum => strata.reduce<Stratum>((total, one) => ({
  invited: total.invited + one.invited, n: total.n + one.n, promoters: total.promoters + one.promoters, detractors: total.detractors + one.detractors,
}), { invited: 0, n: 0, promoters: 0, detractors: 0 });
