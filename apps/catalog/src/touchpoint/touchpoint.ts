import { duration, key, localDay, touchpointSet } from '@candor/contracts';
import { z } from 'zod';
import type { Revised } from '../publication/revise.ts';
import { TRANSACTIONAL } from '../programme/programme.ts';
import { weightSince, type WeightSince } from './weights.ts';

export const touchpointContent = z.object({
  name: z.string().trim().min(1).max(200),
  /** The one programme it belongs to. */
  programme: key.default(TRANSACTIONAL.key),
  /** Its share in the total NPS, from today (by UTC) or from `weightFrom` on; weights need not sum to anything. */
  weight: z.number().nonnegative().max(1_000_000).default(1),
  /** From the event to the invitation. */
  delay: duration.default('PT0S'),
});
export type TouchpointContent = z.output<typeof touchpointContent>;
/** `weight` is that of today. */
export type Touchpoint = TouchpointContent & { weights: WeightSince[] } & Revised;

export const putTouchpointRequest = touchpointContent.extend({
  /** The first local day on which `weight` holds; earlier ones keep theirs. */
  weightFrom: localDay.optional(),
});

export const touchpointView = touchpointContent.extend({ weights: z.array(weightSince), key, version: z.int(), changedAt: z.string() });
export const touchpointExample: Touchpoint = touchpointView.parse(touchpointSet.sample);
