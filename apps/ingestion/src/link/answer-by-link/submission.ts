import { z } from 'zod';
import { LONGEST_COMMENT } from '@candor/survey';

/** Fields arrive as text from a form, and as numbers and booleans from JSON. Only whole numbers from 0 to 10 are a score: " 9" and "9.0" are not. */
const score = z.union([
  z.int().min(0).max(10),
  z.string().regex(/^(10|[0-9])$/).transform(Number),
], 'must be a whole number from 0 to 10');

const consent = z.union([z.boolean(), z.enum(['yes', 'no']).transform((said) => said === 'yes')], 'must be yes or no');

/** What the respondent's forms send; each form sends its own part. */
export const submissionRequest = z.strictObject({
  score: score.optional(),
  /** Empty takes back what was written before. */
  comment: z.string().transform(tidy).pipe(z.string().max(LONGEST_COMMENT, `must have at most ${LONGEST_COMMENT} characters`)).optional(),
  contact: consent.optional(),
  name: consent.optional(),
});
export type Submission = z.output<typeof submissionRequest>;

/** Forms send line ends as CR LF, and count them as one character; what PostgreSQL takes for no text is left out. */
export function tidy(text: string): string {
  return text.replaceAll('\r\n', '\n').replaceAll('\u0000', '').toWellFormed().trim();
}
