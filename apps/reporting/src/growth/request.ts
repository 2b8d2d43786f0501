import { z } from 'zod';
import { forwards, LATER } from '../scores/request.ts';
import { singleShape } from '../single-answers/request.ts';

export const growthShape = singleShape.extend({ measure: z.enum(['nps', 'enps']).default('nps') });
export const growthQuery = growthShape.refine(forwards, LATER);
export type GrowthQuery = z.output<typeof growthQuery>;
