import { z } from 'zod';

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** A TCP port; 0 asks the system for a free one. */
export const port = z.coerce.number('must be a port').int('must be a port').min(0).max(65535);

/** An absolute http(s) URL, kept without its trailing slash. */
export const httpUrl = z
  .string()
  .refine((text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol), 'must be an http(s) URL')
  .transform((text) => text.replace(/\/+$/, ''));

/** A JSON text; the schema says what must be in it. */
export function json<S extends z.ZodType>(schema: S) {
  return z
    .string()
    .transform((text, context) => {
      try {
        return JSON.parse(text) as unknown;
      } catch {
        // The parser's own message quotes the text.
        context.addIssue({ code: 'custom', message: 'must be JSON' });
        return z.NEVER;
      }
    })
    .pipe(schema);
}

/** A list separated by commas. */
export const commaSeparated = z.string().transform((text) => text.split(',').map((item) => item.trim()).filter(Boolean));

export const jwk = z.looseObject({ kty: z.string() });
export const jwks = z.object({ keys: z.array(jwk).min(1) });
