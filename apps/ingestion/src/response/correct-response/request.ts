import { isText, NO_TEXT } from '@candor/http';
import { z } from 'zod';

const text = z.string().refine(isText, NO_TEXT);

/** What can be amended; the range of the score follows the answer's measure. */
export const amendRequest = z
  .strictObject({
    score: z.int().optional(),
    discourage: z.int().optional(),
    /** null removes the words. */
    comment: text.max(10_000).nullable().optional(),
    reason: text.trim().min(1).max(500).optional().meta({ description: 'Why; on record as `corrected` where nothing is said' }),
  })
  .refine(({ score, discourage, comment }) => score !== undefined || discourage !== undefined || comment !== undefined, { path: ['score'], message: 'or comment is required: there is nothing to amend' });
export type AmendRequest = z.output<typeof amendRequest>;

/** Leaving an answer out, or taking it in again, is never done without saying why. */
export const reasonRequest = z.strictObject({ reason: text.trim().min(1).max(500) });
