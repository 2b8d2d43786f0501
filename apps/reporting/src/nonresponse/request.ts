import { listOf } from '@candor/http';
import { z } from 'zod';
import { forwards, LATER } from '../scores/request.ts';
import { singleShape } from '../single-answers/request.ts';
import { DIMENSIONS } from './dimensions.ts';

export const nonresponseShape = singleShape.extend({
  measure: z.enum(['nps', 'enps']).default('nps').describe('What the invitations ask for: enps of employees'),
  by: listOf(z.enum(DIMENSIONS)).optional().describe('What to compare by; none: everything'),
});
export const nonresponseQuery = nonresponseShape.refine(forwards, LATER);
export type NonresponseQuery = z.output<typeof nonresponseQuery>;
