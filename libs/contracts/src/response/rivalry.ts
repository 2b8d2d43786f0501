import { z } from 'zod';
import { key } from '../vocabulary.ts';

const likelihood = z.int().min(0).max(10);

/**
 * What an answer says of competitors (domain 4.4), who are named by keys. Whoever posts an answer says it by attributes; of those an event carries this and nothing
 * else, since attributes may hold anything, also what names a person.
 */
export const rivalry = z.object({
  /** The same 0 to 10 about a named competitor. */
  rated: z.object({ rival: key, score: likelihood }).optional(),
  /** "How likely are you to choose another company over us?", and at 9 or 10 which one. */
  switching: z.object({ likely: likelihood, to: key.optional() }).optional(),
});
export type Rivalry = z.infer<typeof rivalry>;
