import { z } from 'zod';
import { invalidInput } from '../problem/problems.ts';

/** An opaque text that says where a list goes on. */
export function encodeCursor(position: unknown): string {
  return Buffer.from(JSON.stringify(position)).toString('base64url');
}

/** @throws Problem 400 naming `field` if the text is not one of ours. */
export function decodeCursor<S extends z.ZodType>(schema: S, cursor: string, field = 'cursor'): z.output<S> {
  try {
    return schema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
  } catch (cause) {
    throw invalidInput([{ field, message: 'is not a cursor that this list has given' }], cause);
  }
}

/** Query parameters of a list: spread into its query's schema. */
export const pageQuery = {
  limit: z.coerce.number('must be a whole number').int().min(1).max(1000).default(100),
  cursor: z.string().optional(),
};

export interface Page<T> {
  data: T[];
  next: string | null;
}

/** A page of `rows`, which were read with one more than `limit` to see whether there are more. */
export function pageOf<R, T>(rows: readonly R[], limit: number, show: (row: R) => T, position: (row: R) => unknown): Page<T> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { data: shown.map(show), next: rows.length > limit && last !== undefined ? encodeCursor(position(last)) : null };
}

/** A comma ends a value, unless a backslash stands before it. */
const COMMA = /(?<!\\),/;

/** `a,b` or a repeated parameter, as a list without repetition. A comma within a value is written `\,`. */
export function listOf<S extends z.ZodType<unknown, string>>(item: S) {
  return z
    .union([z.string(), z.array(z.string())])
    .transform((given) => [...new Set([given].flat().flatMap((text) => text.split(COMMA)).map((text) => text.replaceAll('\\,', ',').trim()).filter(Boolean))])
    .pipe(z.array(item).min(1, 'must name at least one'));
}
