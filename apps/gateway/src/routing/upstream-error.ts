import { Problem, unavailable } from '@candor/http';
import type { Upstream } from './routes.ts';

const NOT_THERE = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT']);

/** What is answered when a service did not: 503 if it never had the request, 504 if it took too long, 502 if it broke off. */
export function upstreamProblem(upstream: Upstream, error: unknown): Problem {
  const codes = codesOf(error);
  if (codes.some((code) => NOT_THERE.has(code))) return unavailable('SERVICE.AWAY', `"${upstream}" is not there at the moment; nothing was done, try again`, error);
  if (codes.includes('UND_ERR_HEADERS_TIMEOUT')) {
    return new Problem({ status: 504, code: 'SERVICE.SLOW', title: 'No answer in time', detail: `"${upstream}" took too long; it may have done what was asked`, cause: error });
  }
  return new Problem({ status: 502, code: 'SERVICE.BROKE_OFF', title: 'The answer broke off', detail: `"${upstream}" ended the connection; it may have done what was asked`, cause: error });
}

/** Of the error and its causes; several addresses of one host fail together as an AggregateError. */
function codesOf(error: unknown, depth = 0): string[] {
  if (typeof error !== 'object' || error === null || depth > 4) return [];
  const { code, cause, errors } = error as { code?: unknown; cause?: unknown; errors?: unknown };
  return [...(typeof code === 'string' ? [code] : []), ...codesOf(cause, depth + 1), ...(Array.isArray(errors) ? errors.flatMap((inner) => codesOf(inner, depth + 1)) : [])];
}
