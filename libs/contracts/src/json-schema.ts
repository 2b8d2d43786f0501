import { z } from 'zod';
import type { EventDeclaration } from './event.ts';

export interface JsonSchema {
  [keyword: string]: unknown;
  type?: string | string[];
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema;
  anyOf?: JsonSchema[];
  enum?: unknown[];
  const?: unknown;
}

/** The JSON Schema (draft 2020-12) of an event's `data`, as producers write it. */
export function jsonSchemaOf(event: EventDeclaration): JsonSchema {
  const { $schema: _dialect, ...schema } = z.toJSONSchema(event.schema, { io: 'output', unrepresentable: 'throw' });
  return schema as JsonSchema;
}
