export interface Interval {
  readonly low: number;
  readonly high: number;
  readonly level: number;
}

/** What an interval needs of a figure: the numbers of promoters and detractors, and of all answers. */
export interface Shares {
  readonly n: number;
  readonly promoters: number;
  readonly detractors: number;
}

const Z95 = 1.96;

/** Adjusted-Wald estimate of an NPS, in points: three answers are added, 3/4 each to promoters and detractors. */
export function adjusted({ n, promoters, detractors }: Shares): { centre: number; standardError: number } {
  const size = n + 3;
  const p = (promoters + 0.75) / size;
  const d = (detractors + 0.75) / size;
  return { centre: 100 * (p - d), standardError: 100 * Math.sqrt((p + d - (p - d) ** 2) / size) };
}

/**
 * 95 % interval of an NPS in points, clipped to [-100, 100]; null without answers.
 * Adjusted Wald (Sauro and Lewis): holds its level for small n and near the ends, where the plain interval does not.
 */
export function confidence(shares: Shares): Interval | null {
  if (shares.n === 0) return null;
  const { centre, standardError } = adjusted(shares);
  return { low: Math.max(-100, centre - Z95 * standardError), high: Math.min(100, centre + Z95 * standardError), level: 0.95 };
}

/** Whether two independent scores differ at the 5 % level: |NPS1 - NPS2| > 1.96 standard errors of the difference. */
export function differ(a: Shares, b: Shares): boolean {
  if (a.n === 0 || b.n === 0) return false;
  const first = adjusted(a);
  const second = adjusted(b);
  return Math.abs(first.centre - second.centre) / Math.hypot(first.standardError, second.standardError) > Z95;
}
