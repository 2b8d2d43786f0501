import { MEASURES } from '@candor/contracts';
import { z } from 'zod';
import { forwards, LATER } from '../scores/request.ts';
import { singleShape } from '../single-answers/request.ts';

export const breaksShape = singleShape.extend({ measure: z.enum(MEASURES).default('nps') });
export const breaksQuery = breaksShape.refine(forwards, LATER);
export type BreaksQuery = z.output<typeof breaksQuery>;
