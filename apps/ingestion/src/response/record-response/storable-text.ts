import type { z } from 'zod';

/** PostgreSQL takes neither U+0000 nor half a surrogate pair; refused here, one bad text cannot fail the transaction that it shares with others. */
export function refuseUnstorableText(value: unknown, path: PropertyKey[], context: z.RefinementCtx): void {
  if (typeof value === 'string') {
    if (!isStorable(value)) context.addIssue({ code: 'custom', path, message: 'holds characters that are no text (U+0000 or half a surrogate pair)' });
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, inner] of Object.entries(value)) {
      if (!isStorable(name)) context.addIssue({ code: 'custom', path, message: 'has a name that is no text' });
      refuseUnstorableText(inner, [...path, name], context);
    }
  }
}

export function isStorable(text: string): boolean {
  return text.isWellFormed() && !text.includes('\u0000');
}
