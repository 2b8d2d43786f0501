import type { z } from 'zod';
import { invalidInput } from '../problem/problems.ts';
import { fieldErrors } from './field-errors.ts';
import { textErrors } from './no-text.ts';
import { strictly } from './strict.ts';

/** @throws Problem 400 naming each wrong, missing or unknown field, at any depth. */
export function parseBody<S extends z.ZodType>(schema: S, body: unknown): z.output<S> {
  return parse(schema, body, 'body');
}

/** @throws Problem 400 naming each wrong, missing or unknown query parameter: the parameter itself, never an element of its list. */
export function parseQuery<S extends z.ZodType>(schema: S, query: unknown): z.output<S> {
  return parse(schema, query ?? {}, 'query', (field) => field.replace(/\[\d+\]/g, ''));
}

/** For a path parameter. @throws Problem 400 naming it. */
export function parseParam<S extends z.ZodType>(schema: S, name: string, value: unknown): z.output<S> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw invalidInput(parsed.error.issues.map(({ message }) => ({ field: name, message })), parsed.error);
}

function parse<S extends z.ZodType>(schema: S, input: unknown, root: string, named: (field: string) => string = (field) => field): z.output<S> {
  const parsed = strictly(schema).safeParse(input);
  if (parsed.success) {
    const errors = textErrors(input, '');
    if (errors.length === 0) return parsed.data;
    throw invalidInput(errors);
  }
  throw invalidInput(fieldErrors(parsed.error.issues, input, root).map(({ field, message }) => ({ field: named(field), message })), parsed.error);
}
