import { localDay } from '@candor/contracts';
import { z } from 'zod';

/** The weight of a touchpoint from a day on (null: since ever), until the next. Days are each unit's own. */
export const weightSince = z.object({ weight: z.number().nonnegative(), from: localDay.nullable() });
export type WeightSince = z.output<typeof weightSince>;

/** 0 before a touchpoint's first weight. Days compare as text. */
export function weightOn(weights: readonly WeightSince[], day: string): number {
  return weights.findLast(({ from }) => from === null || from <= day)?.weight ?? 0;
}

/**
 * The weights after "it weighs `weight`" was said, as units are placed.
 * - A new touchpoint has weighed that since ever, or since `from`.
 * - With `from`, it holds from that day on, in place of whatever was there or planned after it.
 * - Without it, another weight holds from today; saying again what is so today changes nothing, planned changes included.
 */
export function weigh(weights: readonly WeightSince[], weight: number, from: string | undefined, today: string): WeightSince[] {
  if (from !== undefined) return replaceFrom(weights, weight, from);
  if (weights.length === 0) return [{ weight, from: null }];
  const began = weights.some((one) => one.from === null || one.from <= today);
  // What is still to begin is corrected, not changed.
  if (!began) return weights.map((one, i) => (i === 0 ? { ...one, weight } : one));
  return weightOn(weights, today) === weight ? [...weights] : replaceFrom(weights, weight, today);
}

function replaceFrom(weights: readonly WeightSince[], weight: number, day: string): WeightSince[] {
  const before = weights.filter(({ from }) => from === null || from < day);
  return before.at(-1)?.weight === weight ? before : [...before, { weight, from: day }];
}

/** The day by UTC: a change without a day holds from then on. */
export const dayOf = (now: Date): string => now.toISOString().slice(0, 10);
