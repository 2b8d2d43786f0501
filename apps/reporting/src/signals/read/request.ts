import { key, localDay } from '@candor/contracts';
import { listOf, pageQuery } from '@candor/http';
import { z } from 'zod';
import { forwards, LATER } from '../../scores/request.ts';
import { SIGNAL_KINDS } from '../place.ts';

export const signalsShape = z.object({
  unit: listOf(key).optional().describe('Units with all below them, separated by commas; none: all that the key may see'),
  touchpoint: listOf(key).optional(),
  programme: key.optional(),
  kind: listOf(z.enum(SIGNAL_KINDS)).optional(),
  state: z.enum(['open', 'recovered']).optional().describe('Open: not recovered yet, acknowledged or not'),
  from: localDay.optional().describe('Raised on this local day or later'),
  to: localDay.optional().describe('Raised before this local day'),
  ...pageQuery,
});
export const signalsQuery = signalsShape.refine(forwards, LATER);
export type SignalsQuery = z.output<typeof signalsQuery>;

export const signalId = z.uuid();
export const acknowledgeBody = z.object({ note: z.string().trim().min(1).max(1000).describe('What is known of it, or done about it') });
