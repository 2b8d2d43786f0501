import { key } from '@candor/contracts';
import { z } from 'zod';

/** Units, each with everything below it; null: all; not given: all of whoever asks. */
export const unitList = z
  .array(key)
  .min(1, 'must name at least one unit; leave it out for all of yours')
  .max(1000)
  .refine((units) => new Set(units).size === units.length, 'must not repeat a unit')
  .nullable()
  .optional();
