import { instant, key, timeZone } from '@candor/contracts';
import { z } from 'zod';

export const putUnitRequest = z.object({
  name: z.string().trim().min(1).max(200),
  /** null for the top of a tree. */
  parent: key.nullable(),
  /** IANA name; the parent's unless given. */
  timeZone: timeZone.optional(),
  /** From when on `parent` holds; since ever for a new unit, from now for a change of parent. */
  validFrom: instant.optional(),
});

export const putUnitExample: z.infer<typeof putUnitRequest> = { name: 'Haifa Port', parent: 'coast', timeZone: 'Asia/Jerusalem' };
