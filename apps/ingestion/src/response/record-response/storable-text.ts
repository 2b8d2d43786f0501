import { isText, NO_TEXT } from '@candor/http';
import type { z } from 'zod';

/** PostgreSQL takes neither U+0000 nor half a surrogate pair; refused here, one bad text cannot fail the transaction that it shares with others. */
export function refuseUnstorableText(body: object, context: z.RefinementCtx): void {
  const path = unstorableIn(body);
  if (path) context.addIssue({ code: 'custom', path, message: NO_TEXT });
}

/** Where the first such text stands; the path ends at the parent if it is a field's name. */
function unstorableIn(value: unknown): string[] | undefined {
  if (typeof value === 'string') return isText(value) ? undefined : [];
  if (typeof value !== 'object' || value === null) return undefined;
  for (const name in value) {
    if (!isText(name)) return [];
    const rest = unstorableIn((value as Record<string, unknown>)[name]);
    if (rest) return [name, ...rest];
  }
  return undefined;
}
