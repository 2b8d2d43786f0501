import type { z } from 'zod';

const MESSAGE = 'holds characters that are no text (U+0000 or half a surrogate pair)';

/** PostgreSQL takes neither U+0000 nor half a surrogate pair; refused here, one bad text cannot fail the transaction that it shares with others. */
export function refuseUnstorableText(body: object, context: z.RefinementCtx): void {
  const path = unstorableIn(body);
  if (path) context.addIssue({ code: 'custom', path, message: MESSAGE });
}

export function isStorable(text: string): boolean {
  return text.isWellFormed() && !text.includes('\u0000');
}

/** Where the first such text stands; the path ends at the parent if it is a field's name. */
function unstorableIn(value: unknown): string[] | undefined {
  if (typeof value === 'string') return isStorable(value) ? undefined : [];
  if (typeof value !== 'object' || value === null) return undefined;
  for (const name in value) {
    if (!isStorable(name)) return [];
    const rest = unstorableIn((value as Record<string, unknown>)[name]);
    if (rest) return [name, ...rest];
  }
  return undefined;
}
