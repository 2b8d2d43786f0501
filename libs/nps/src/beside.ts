import { adjusted, type Shares } from './confidence.ts';
import { twoSided, type Difference } from './difference.ts';

/** What the same people gave to two, as promoters (1), passives (0) and detractors (-1): `apart` is the sum of first less second, `squares` that of its squares. */
export interface Pairs {
  readonly n: number;
  readonly apart: number;
  readonly squares: number;
}

const Z95 = 1.96;

/**
 * How two scores differ that the same people gave; null without any. Each person's two answers hang together, so that it is their difference that is averaged. Three pairs are
 * added, 3/4 each to those a step apart either way, as for a single score: of a few people who all agree nothing is certain yet.
 */
export function pairedDifference({ n, apart, squares }: Pairs): Difference | null {
  if (n === 0) return null;
  const size = n + 3;
  const mean = apart / size;
  return differing(100 * mean, 100 * Math.sqrt(((squares + 1.5) / size - mean ** 2) / size));
}

/** How two scores differ of which nobody knows how far they come from the same people; null where one has no answers. Taken as if they went against each other all the way: the widest interval there can be. */
export function cautiousDifference(a: Shares, b: Shares): Difference | null {
  if (a.n === 0 || b.n === 0) return null;
  const [first, second] = [adjusted(a), adjusted(b)];
  return differing(first.centre - second.centre, first.standardError + second.standardError);
}

function differing(points: number, standardError: number): Difference {
  const z = points / standardError;
  return { points, interval: { low: Math.max(-200, points - Z95 * standardError), high: Math.min(200, points + Z95 * standardError), level: 0.95 }, z, p: twoSided(z), significant: Math.abs(z) > Z95 };
}
