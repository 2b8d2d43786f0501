import { key } from '@candor/contracts';
import { z } from 'zod';
import { selectionQuery } from '../scores/request.ts';

export const questionsQuery = selectionQuery.omit({ interval: true, window: true, from: true }).extend({
  measure: z.enum(['nps', 'enps']).default('nps'),
  industry: key.optional().describe('Whose norm to hold it against too; see `GET /v1/norms`'),
});
export type QuestionsQuery = z.output<typeof questionsQuery>;
