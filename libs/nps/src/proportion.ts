import { twoSided } from './difference.ts';
import type { Interval } from './confidence.ts';

/** So many of so many. */
export interface Part {
  readonly count: number;
  readonly of: number;
}

export interface ProportionDifference {
  /** First share less second, -1 to 1, as counted. */
  readonly points: number;
  /** 95 % interval of the difference, of adjusted estimates, clipped to [-1, 1]. */
  readonly interval: Interval;
  /** How often chance alone would give as much. Of several comparisons at once ask `holm`. */
  readonly p: number;
}

const Z95 = 1.96;

/** 95 % interval of a share (Wilson), 0 to 1; null of none. */
export function shareInterval({ count, of }: Part): Interval | null {
  if (of === 0) return null;
  const share = count / of;
  const denominator = 1 + Z95 ** 2 / of;
  const centre = (share + Z95 ** 2 / (2 * of)) / denominator;
  const half = (Z95 * Math.sqrt((share * (1 - share)) / of + Z95 ** 2 / (4 * of ** 2))) / denominator;
  return { low: Math.max(0, centre - half), high: Math.min(1, centre + half), level: 0.95 };
}

/**
 * How two shares of different answers differ; null where one is of none. Interval and test are by the adjusted estimates of Agresti and Caffo (2000): one more of each
 * kind on each side, which holds its level for few answers and near the ends, where the plain one does not.
 */
export function proportionDifference(a: Part, b: Part): ProportionDifference | null {
  if (a.of === 0 || b.of === 0) return null;
  const [first, second] = [a, b].map(({ count, of }) => ({ share: (count + 1) / (of + 2), size: of + 2 })) as [{ share: number; size: number }, { share: number; size: number }];
  const standardError = Math.sqrt((first.share * (1 - first.share)) / first.size + (second.share * (1 - second.share)) / second.size);
  const centre = first.share - second.share;
  return {
    points: a.count / a.of - b.count / b.of,
    interval: { low: Math.max(-1, centre - Z95 * standardError), high: Math.min(1, centre + Z95 * standardError), level: 0.95 },
    p: twoSided(centre / standardError),
  };
}
