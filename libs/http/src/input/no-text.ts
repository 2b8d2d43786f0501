import type { FieldError } from '../problem/problem.ts';

/** Whether databases take it as text: JSON can carry U+0000 and halves of surrogate pairs, and they do not. */
export const isText = (value: string): boolean => !value.includes('\0') && value.isWellFormed();

export const NO_TEXT = 'holds characters that are no text (U+0000 or half a surrogate pair)';

/** Where `input` holds what is no text, in a value or a name. @param field what stands before every field named, without the dot */
export function textErrors(input: unknown, field: string): FieldError[] {
  if (typeof input === 'string') return isText(input) ? [] : [{ field, message: NO_TEXT }];
  if (Array.isArray(input)) return input.flatMap((element, index) => textErrors(element, `${field}[${index}]`));
  if (typeof input !== 'object' || input === null) return [];
  return Object.entries(input).flatMap(([name, value]) => [...textErrors(name, field || 'body'), ...textErrors(value, field ? `${field}.${name}` : name)]);
}
