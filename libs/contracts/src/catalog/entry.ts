import { z } from 'zod';
import { instant, key } from '../vocabulary.ts';

/** What every entry of the catalogue carries. */
export const entry = z.object({
  key,
  /** 1 at first, one more with every change. */
  version: z.int().min(1),
  changedAt: instant,
});
