import { listOf } from '@candor/http';
import { z } from 'zod';
import { forwards, LATER } from '../scores/request.ts';
import { singleShape } from '../single-answers/request.ts';
import { DIMENSIONS } from './dimensions.ts';

export const driversShape = singleShape.extend({
  measure: z.enum(['nps', 'enps']).default('nps'),
  by: listOf(z.enum([...DIMENSIONS, 'words'])).optional().describe('What to look at; none: everything. `words`: words and phrases of the comments'),
});
export const driversQuery = driversShape.refine(forwards, LATER);
export type DriversQuery = z.output<typeof driversQuery>;
