import type { FieldError } from './cloud-event.ts';

/**
 * Strings that JSON can carry and PostgreSQL cannot keep: NUL, and halves of surrogate pairs. They are refused at the door with their field,
 * since otherwise the insert fails.
 */
export function unstorableText(value: unknown, field: string): FieldError[] {
  if (typeof value === 'string') return isStorable(value) ? [] : [{ field, message: 'holds characters that cannot be stored (NUL or half of a surrogate pair)' }];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([name, inner]) => [
    ...(isStorable(name) ? [] : [{ field, message: 'holds a name that cannot be stored (NUL or half of a surrogate pair)' }]),
    ...unstorableText(inner, `${field}.${name}`),
  ]);
}

const isStorable = (text: string): boolean => !text.includes('\u0000') && text.isWellFormed();
