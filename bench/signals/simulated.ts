import type { Shares } from '@candor/nps';

/** Chances between 0 and 1, the same ones for the same seed (mulberry32). */
export function chances(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export interface Place {
  /** Answers on a usual day. */
  readonly volume: number;
  readonly promoters: number;
  readonly detractors: number;
}

/** From Monday: quiet at the end of the week, and grumpier on Mondays. */
const BUSY = [1.25, 1.15, 1.1, 1.1, 1.2, 0.75, 0.45];
const MOOD = [-0.02, 0, 0, 0.005, 0.005, 0.01, 0];

/** A place as there are: volumes from half an answer a day to 100, evenly over their logarithm, scores from about 10 to 60. */
export function somePlace(chance: () => number): Place {
  const promoters = 0.4 + 0.25 * chance();
  return { volume: 0.5 * 200 ** chance(), promoters, detractors: Math.min(0.95 - promoters, 0.1 + 0.2 * chance()) };
}

/** The answers of one day. @param shift added to the true score, in points: half of it from promoters, half to detractors */
export function answersOf({ volume, promoters, detractors }: Place, day: number, chance: () => number, shift = 0): Shares {
  const n = poisson(volume * BUSY[day % 7]!, chance);
  const moved = shift / 200 + MOOD[day % 7]!;
  let [p, d] = [0, 0];
  for (let i = 0; i < n; i++) {
    const one = chance();
    if (one < promoters + moved) p++;
    else if (one < promoters + detractors) d++;
  }
  return { n, promoters: p, detractors: d };
}

function poisson(mean: number, chance: () => number): number {
  const limit = Math.exp(-mean);
  let [n, product] = [0, chance()];
  while (product > limit) {
    product *= chance();
    n++;
  }
  return n;
}
