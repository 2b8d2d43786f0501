import type { FieldError } from '../problem/problem.ts';

/** Where `input` holds U+0000, in a value or a name: it is JSON, but no database column takes it as text. */
export function nulErrors(input: unknown, field: string): FieldError[] {
  if (typeof input === 'string') return input.includes('\0') ? [{ field, message: 'holds the character U+0000, which is no text' }] : [];
  if (Array.isArray(input)) return input.flatMap((element, index) => nulErrors(element, `${field}[${index}]`));
  if (typeof input !== 'object' || input === null) return [];
  return Object.entries(input).flatMap(([name, value]) => [...nulErrors(name, field || 'body'), ...nulErrors(value, field ? `${field}.${name}` : name)]);
}
