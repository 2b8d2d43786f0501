import { Problem } from '@candor/http';
import type { FastifyRequest } from 'fastify';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses to change anything in somebody's name because another site asked their browser to (CSRF). Browsers say where a request
 * comes from, in Sec-Fetch-Site or at least in Origin; one that says neither is not believed.
 * @throws Problem 403
 */
export function requireSameOrigin(request: Pick<FastifyRequest, 'method' | 'headers' | 'host'>, ownOrigin: string): void {
  if (SAFE.has(request.method)) return;
  const site = request.headers['sec-fetch-site'];
  const { origin } = request.headers;
  const same = site === undefined ? origin !== undefined && (origin === ownOrigin || hostOf(origin) === request.host) : site === 'same-origin';
  if (same) return;
  throw new Problem({
    status: 403, code: 'AUTH.CROSS_SITE', title: 'That did not come from our own pages', detail: 'With a browser session, changes are taken from pages of this address only; programs use an API key',
  });
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}
