import { adjusted, npsOf, type Interval } from '@candor/nps';

/** One touchpoint's part: its answers by score, or null where there are none or too few to tell. */
export interface Part {
  touchpoint: string;
  /** Not negative; weights need not sum to anything. */
  weight: number;
  counts: readonly number[] | null;
}

export interface Composed {
  /** Sum of the touchpoints' scores, each by its share of the weights; null if nothing can be composed. */
  nps: number | null;
  n: number;
  confidence: Interval | null;
  touchpoints: { touchpoint: string; weight: number; share: number; nps: number; n: number }[];
  /** Have a weight and no score: the shares of the others were raised for it. */
  missing: { touchpoint: string; weight: number }[];
}

/** The total of touchpoints' scores by their weights (domain 2.4): not the pooled score of all answers. */
export function compose(parts: readonly Part[]): Composed {
  const scored = parts.flatMap(({ touchpoint, weight, counts }) => {
    const { nps, n, promoters, detractors } = npsOf(counts ?? []);
    return weight > 0 && nps !== null ? [{ touchpoint, weight, nps, n, promoters, detractors }] : [];
  });
  const present = new Set(scored.map(({ touchpoint }) => touchpoint));
  const missing = parts.filter(({ touchpoint, weight }) => weight > 0 && !present.has(touchpoint)).map(({ touchpoint, weight }) => ({ touchpoint, weight }));
  const total = scored.reduce((sum, { weight }) => sum + weight, 0);
  const touchpoints = scored.map(({ touchpoint, weight, nps, n }) => ({ touchpoint, weight, share: weight / total, nps, n }));
  if (touchpoints.length === 0) return { nps: null, n: 0, confidence: null, touchpoints, missing };
  return {
    nps: touchpoints.reduce((sum, { share, nps }) => sum + share * nps, 0),
    n: touchpoints.reduce((sum, { n }) => sum + n, 0),
    confidence: intervalOf(scored.map((part) => ({ ...adjusted(part), share: part.weight / total }))),
    touchpoints, missing,
  };
}

/** The touchpoints' answers are independent, so that their variances add up, each by its share squared. */
function intervalOf(parts: readonly { centre: number; standardError: number; share: number }[]): Interval {
  const centre = parts.reduce((sum, part) => sum + part.share * part.centre, 0);
  const standardError = Math.hypot(...parts.map((part) => part.share * part.standardError));
  return { low: Math.max(-100, centre - 1.96 * standardError), high: Math.min(100, centre + 1.96 * standardError), level: 0.95 };
}
