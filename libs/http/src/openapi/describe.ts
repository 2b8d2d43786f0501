import { applyDecorators } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiParam, ApiQuery, ApiResponse, ApiSecurity } from '@nestjs/swagger';
import { z } from 'zod';
import { strictly } from '../input/strict.ts';

export interface Described {
  summary: string;
  description?: string;
  /** Path parameters with an example each. */
  params?: Record<string, { description: string; example: string }>;
  query?: z.ZodObject;
  body?: { schema: z.ZodType; example: unknown; type?: string };
  /** By status. An example is checked against its schema when the class is loaded. */
  answers: Record<number, { description: string; schema?: z.ZodType; example?: unknown; type?: string }>;
}

/** Documents a route for OpenAPI from the schemas that it is parsed with. An example that its schema refuses stops the start. */
export function Describe({ summary, description, params = {}, query, body, answers }: Described): MethodDecorator {
  const parts: (MethodDecorator & ClassDecorator)[] = [ApiOperation({ summary, ...(description ? { description } : {}) }), ApiSecurity('key')] as never;
  for (const [name, { description, example }] of Object.entries(params)) parts.push(ApiParam({ name, description, example }) as never);
  for (const [name, schema] of Object.entries(query?.shape ?? {})) {
    const required = !(schema as z.ZodType).safeParse(undefined).success;
    parts.push(ApiQuery({ name, required, schema: jsonSchema(schema as z.ZodType) }) as never);
  }
  if (body) {
    strictly(body.schema).parse(body.example);
    parts.push(ApiBody({ schema: { ...jsonSchema(body.schema), example: body.example } }) as never);
  }
  for (const [status, { description, schema, example, type = 'application/json' }] of Object.entries(answers)) {
    if (schema && example !== undefined) schema.parse(example);
    const content = schema || example !== undefined ? { content: { [type]: { ...(schema ? { schema: jsonSchema(schema, 'output') } : {}), ...(example === undefined ? {} : { example }) } } } : {};
    parts.push(ApiResponse({ status: Number(status), description, ...content } as never) as never);
  }
  return applyDecorators(...(parts as MethodDecorator[]));
}

function jsonSchema(schema: z.ZodType, io: 'input' | 'output' = 'input'): Record<string, unknown> {
  const options = { io, target: 'openapi-3.0', unrepresentable: 'any', override: ({ jsonSchema: made }: { jsonSchema: object }) => forReaders(made) } as const;
  const { $schema: _, ...rest } = z.toJSONSchema(schema, options) as Record<string, unknown>;
  return rest;
}

/** A format says more than its expression, and the bounds of every whole number say nothing. */
function forReaders(made: { format?: string; pattern?: string; minimum?: number; maximum?: number }): void {
  if (made.format !== undefined) delete made.pattern;
  if (made.minimum === Number.MIN_SAFE_INTEGER) delete made.minimum;
  if (made.maximum === Number.MAX_SAFE_INTEGER) delete made.maximum;
}
