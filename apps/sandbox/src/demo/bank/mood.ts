import type { Random } from '../random.ts';
import { BRANCHES, CENTRAL, TROUBLED } from './units.ts';
import type { DemoTouchpoint } from './touchpoints.ts';

/** Something that was not ordinary, and what customers say of it. */
export type Trouble = 'queue' | 'release';

const DAY = 86_400_000;
/** The new ticket machine of one branch: since then people wait, and say so. To be found by whoever looks. */
export const QUEUE_BEGAN_DAYS_AGO = 24;
/** A release of the app that broke signing in, for five days. */
const RELEASE_DAYS_AGO = [47, 42] as const;

const warmth = new Map<string, number>([...BRANCHES, ...CENTRAL].map((unit) => [unit.key, unit.warmth]));

/** @param base when the demonstration began: what was extraordinary is dated from there */
export function troubleAt(unit: string, touchpoint: string, at: Date, base: Date): Trouble | null {
  const daysAgo = (base.getTime() - at.getTime()) / DAY;
  if (unit === TROUBLED && touchpoint === 'branch-visit' && daysAgo <= QUEUE_BEGAN_DAYS_AGO) return 'queue';
  if (touchpoint === 'mobile-app' && daysAgo <= RELEASE_DAYS_AGO[0] && daysAgo > RELEASE_DAYS_AGO[1]) return 'release';
  return null;
}

const DETRACTORS: readonly (readonly [number, number])[] = [[0, 8], [1, 6], [2, 9], [3, 14], [4, 14], [5, 22], [6, 27]];
const PASSIVES: readonly (readonly [number, number])[] = [[7, 4], [8, 6]];
const PROMOTERS: readonly (readonly [number, number])[] = [[9, 5], [10, 6]];

export interface Mood {
  readonly score: number;
  readonly trouble: Trouble | null;
  /** Minutes in the queue, at a branch. */
  readonly waited: number;
}

/** What one customer felt. */
export function moodOf(random: Random, unit: string, touchpoint: DemoTouchpoint, at: Date, base: Date): Mood {
  const trouble = troubleAt(unit, touchpoint.key, at, base);
  const shift = warmth.get(unit) ?? 0;
  const [promoters, detractors] = trouble === 'queue' ? [0.16, 0.61] : trouble === 'release' ? [0.27, 0.46] : [touchpoint.promoters + shift, touchpoint.detractors - shift / 2];
  const score = random.weighted([[random.weighted(PROMOTERS), promoters], [random.weighted(DETRACTORS), detractors], [random.weighted(PASSIVES), 1 - promoters - detractors]]);
  const waited = trouble === 'queue' ? random.between(28, 65) : random.between(1, 14);
  return { score, trouble, waited };
}
