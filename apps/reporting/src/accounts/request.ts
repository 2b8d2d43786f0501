import { z } from 'zod';
import { forwards, LATER } from '../scores/request.ts';
import { singleShape } from '../single-answers/request.ts';

export const accountsShape = singleShape.extend({
  measure: z.enum(['nps', 'enps']).default('nps'),
  limit: z.coerce.number().int().min(1).max(500).default(50),
  cursor: z.string().optional().describe('`next` of the page before'),
});
export const accountsQuery = accountsShape.refine(forwards, LATER);
export type AccountsQuery = z.output<typeof accountsQuery>;
