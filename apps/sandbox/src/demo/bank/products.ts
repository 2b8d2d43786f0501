import { Random } from '../random.ts';
import type { DemoTouchpoint } from './touchpoints.ts';

interface Product { readonly product: string; readonly value: { readonly amount: number; readonly currency: 'ILS' } }

/** What is sold at a touchpoint: name, how often, and what the bank earns by it, at least and at most. */
const SOLD: Readonly<Record<string, readonly (readonly [product: string, weight: number, least: number, most: number])[]>> = {
  'adviser-meeting': [['mortgage', 30, 4_000, 30_000], ['savings plan', 40, 200, 2_500], ['business loan', 15, 1_500, 12_000], ['insurance', 15, 300, 1_800]],
  'account-opened': [['current account', 80, 120, 600], ['student account', 20, 20, 90]],
};

/** What it was about, and what it was worth: the same for the same `id`. Empty where nothing is sold. */
export function soldAt(touchpoint: DemoTouchpoint, id: string): Partial<Product> {
  const choices = SOLD[touchpoint.key];
  if (!choices) return {};
  const random = new Random(`sold ${id}`);
  const [product, , least, most] = random.weighted(choices.map((choice) => [choice, choice[1]]));
  return { product, value: { amount: random.between(least, most), currency: 'ILS' } };
}
