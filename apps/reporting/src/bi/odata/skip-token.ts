import { decodeCursor, encodeCursor } from '@candor/http';
import { z } from 'zod';
import type { EntitySet } from '../entity-sets/entity-set.ts';
import type { OrderBy } from './options.ts';

/** Where the next page begins: after the row with this key, or, in an order that was asked for, after so many rows. */
export type SkipToken = { after: (string | number)[] } | { rows: number };

const schema = z.union([z.strictObject({ after: z.array(z.union([z.string(), z.number()])) }), z.strictObject({ rows: z.int().min(0) })]);

/** @throws Problem 400 if it is not one that this set has given */
export function readSkipToken(text: string | undefined, set: EntitySet, orderBy: readonly OrderBy[]): SkipToken | null {
  if (text === undefined) return null;
  const token = decodeCursor(schema, text, '$skiptoken');
  const fits = 'after' in token ? orderBy.length === 0 && token.after.length === set.key.length : orderBy.length > 0;
  return fits ? token : decodeCursor(z.never(), text, '$skiptoken');
}

export const writeSkipToken = (token: SkipToken): string => encodeCursor(token);
