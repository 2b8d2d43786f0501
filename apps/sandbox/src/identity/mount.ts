import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { SESSION_COOKIE } from './provider.ts';

/**
 * Sends requests under `prefix` to the provider and the others on. The provider builds its addresses from the request, so it is told the public
 * host whatever the way the request took: browser and gateway must read the same issuer. A new sign-in never finds the session of an earlier one, so
 * it always asks who you are (or believes `login_hint`): changing person is what a developer does all day.
 */
export function mountProvider(prefix: string, issuer: string, provider: RequestListener, rest: RequestListener): RequestListener {
  const { host, protocol } = new URL(issuer);
  return (request: IncomingMessage, response: ServerResponse) => {
    const url = request.url ?? '/';
    if (url !== prefix && !url.startsWith(`${prefix}/`)) return rest(request, response);
    Object.assign(request, { originalUrl: url, url: url.slice(prefix.length) || '/' });
    request.headers.host = host;
    request.headers['x-forwarded-host'] = host;
    request.headers['x-forwarded-proto'] = protocol.slice(0, -1);
    if (/^\/auth(?:[/?]|$)/.test(request.url!)) request.headers.cookie = without(request.headers.cookie, SESSION_COOKIE);
    return provider(request, response);
  };
}

function without(cookies: string | undefined, name: string): string | undefined {
  return cookies?.split(/;\s*/).filter((cookie) => !cookie.startsWith(`${name}=`)).join('; ') || undefined;
}
