import { HttpException } from '@nestjs/common';
import { Problem } from './problem.ts';

/** Fastify's codes for bodies it could not take, in our words. */
const BODY_ERRORS: Record<string, { code: string; title: string; field: string }> = {
  FST_ERR_CTP_INVALID_JSON_BODY: { code: 'BODY.NOT_JSON', title: 'The body is not valid JSON', field: 'body' },
  FST_ERR_CTP_EMPTY_JSON_BODY: { code: 'BODY.EMPTY', title: 'The body is empty', field: 'body' },
  FST_ERR_CTP_BODY_TOO_LARGE: { code: 'BODY.TOO_LARGE', title: 'The body is too large', field: 'body' },
  FST_ERR_CTP_INVALID_MEDIA_TYPE: { code: 'BODY.MEDIA_TYPE', title: 'This content type is not taken here', field: 'content-type' },
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: { code: 'BODY.LENGTH', title: 'The body has another length than its content-length', field: 'content-length' },
};

const BY_STATUS: Record<number, { code: string; title: string }> = {
  400: { code: 'REQUEST.INVALID', title: 'The request is not valid' },
  401: { code: 'AUTH.REQUIRED', title: 'Who is asking?' },
  403: { code: 'AUTH.FORBIDDEN', title: 'The right for this is missing' },
  404: { code: 'ROUTE.UNKNOWN', title: 'There is nothing at this address' },
  405: { code: 'ROUTE.METHOD', title: 'This method is not taken here' },
  413: { code: 'BODY.TOO_LARGE', title: 'The body is too large' },
  414: { code: 'REQUEST.URI_TOO_LONG', title: 'The address is too long' },
  415: { code: 'BODY.MEDIA_TYPE', title: 'This content type is not taken here' },
  503: { code: 'UNAVAILABLE', title: 'Not available at the moment' },
};

const INTERNAL = new Problem({ status: 500, code: 'INTERNAL', title: 'Something went wrong on our side', detail: 'It has been logged; quote x-correlation-id when you report it' });

/** What is answered for any error. What is not meant for outsiders becomes a plain 500 that says nothing of the cause. */
export function problemFrom(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof HttpException) return fromStatus(error.getStatus(), error.message, error.cause ?? error);
  const status = statusOf(error);
  return status !== undefined ? fromStatus(status, (error as Error).message, error) : INTERNAL;
}

function fromStatus(status: number, message: string, cause: unknown): Problem {
  if (status >= 500 && status !== 503) return INTERNAL;
  const body = BODY_ERRORS[codeOf(cause)];
  if (body) return new Problem({ status, code: body.code, title: body.title, detail: message, errors: [{ field: body.field, message }], cause });
  const known = BY_STATUS[status] ?? { code: `HTTP.${status}`, title: message };
  return new Problem({ status, detail: message, ...known, cause });
}

function statusOf(error: unknown): number | undefined {
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  return error instanceof Error && typeof status === 'number' && status >= 400 ? status : undefined;
}

function codeOf(cause: unknown): string {
  const { code, name } = (cause ?? {}) as { code?: unknown; name?: unknown };
  // Broken JSON arrives as the parser's own SyntaxError.
  if (name === 'SyntaxError') return 'FST_ERR_CTP_INVALID_JSON_BODY';
  return typeof code === 'string' ? code : '';
}
