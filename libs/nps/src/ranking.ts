import { adjusted, type Shares } from './confidence.ts';
import { difference, holm } from './difference.ts';

export interface Ranked<T> {
  readonly item: T;
  /** 1 is the best. Whoever shares a tier is not told apart by the answers; whoever is of a better one is better beyond chance. */
  readonly tier: number;
  /** Places that the answers leave open to it, 1 being the first: behind all that are better beyond chance, before all that are worse. */
  readonly places: { readonly from: number; readonly to: number };
}

/**
 * Puts scores of different answers in order without ranking what does not differ. Every pair is compared, corrected for their number; a tier
 * ends where all above differ from all below. Best first; in a tier by score. Items without answers are left out.
 */
export function ranking<T>(items: readonly T[], sharesOf: (item: T) => Shares): Ranked<T>[] {
  const sorted = items.map((item) => ({ item, shares: sharesOf(item) })).filter(({ shares }) => shares.n > 0)
    .sort((a, b) => adjusted(b.shares).centre - adjusted(a.shares).centre);
  const apart = pairsApart(sorted.map(({ shares }) => shares));
  let tier = 0;
  let reach = 0;
  return sorted.map(({ item }, i) => {
    // A tier ends before i if nobody above is tied with i or with anybody below.
    if (i === 0 || reach < i) tier += 1;
    for (let below = i + 1; below < sorted.length; below++) if (!apart(i, below)) reach = Math.max(reach, below);
    const better = sorted.filter((_, above) => above < i && apart(above, i)).length;
    const worse = sorted.filter((_, below) => below > i && apart(i, below)).length;
    return { item, tier, places: { from: better + 1, to: sorted.length - worse } };
  });
}

/** Whether two of them differ, by their places, the upper one first. */
function pairsApart(shares: readonly Shares[]): (upper: number, lower: number) => boolean {
  const chances: number[] = [];
  const start: number[] = [];
  for (const [i, upper] of shares.entries()) {
    start.push(chances.length - i - 1);
    for (const lower of shares.slice(i + 1)) chances.push(difference(upper, lower)!.p);
  }
  const holds = holm(chances);
  return (upper, lower) => holds[start[upper]! + lower]!;
}

/** All answers but those of one: what a unit is compared with. */
export function restOf(all: readonly Shares[], one: number): Shares {
  return all.reduce<{ n: number; promoters: number; detractors: number }>((sum, { n, promoters, detractors }, i) => (i === one ? sum
    : { n: sum.n + n, promoters: sum.promoters + promoters, detractors: sum.detractors + detractors }), { n: 0, promoters: 0, detractors: 0 });
}
