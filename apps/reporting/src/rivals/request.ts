import { z } from 'zod';
import { forwards, LATER } from '../scores/request.ts';
import { singleShape } from '../single-answers/request.ts';

export const RIVAL_INTERVALS = ['week', 'month', 'quarter', 'year', 'all'] as const;

export const rivalsShape = singleShape.extend({ measure: z.enum(['nps', 'enps']).default('nps'), interval: z.enum(RIVAL_INTERVALS).default('all').describe('A standing for each period, or one of all') });
export const rivalsQuery = rivalsShape.refine(forwards, LATER);
export type RivalsQuery = z.output<typeof rivalsQuery>;
