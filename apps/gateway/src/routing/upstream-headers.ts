import type { IncomingHttpHeaders } from 'node:http';
import type { FastifyRequest } from 'fastify';
import { withoutOurCookies } from '../sign-in/cookies.ts';

/** Concern one connection only (RFC 9110, 7.6.1), or are answered by our own server (`expect`). */
const HOP_BY_HOP = ['connection', 'keep-alive', 'proxy-connection', 'te', 'trailer', 'transfer-encoding', 'upgrade', 'expect'];

/**
 * The headers that a service gets. What the caller said of itself is replaced by the gateway's signed token: a service
 * believes nothing else, and never sees a key or a session.
 */
export function upstreamHeaders(request: FastifyRequest, headers: IncomingHttpHeaders, token: string | undefined): IncomingHttpHeaders {
  const forwarded = withoutHopByHop(headers);
  delete forwarded.cookie;
  delete forwarded.authorization;
  if (token !== undefined) forwarded.authorization = `Bearer ${token}`;
  return withTrace(request, forwarded);
}

/** As above; who calls back with credentials that the service gave out is looked at by the service. Keys and sessions stay here all the same. */
export function callbackHeaders(request: FastifyRequest, headers: IncomingHttpHeaders): IncomingHttpHeaders {
  const forwarded = upstreamHeaders(request, headers, undefined);
  return /^Basic /i.test(headers.authorization ?? '') ? { ...forwarded, authorization: headers.authorization } : forwarded;
}

/** The sandbox is somebody else's site under our address: it gets its own cookies and credentials, and none of ours. */
export function foreignHeaders(request: FastifyRequest, headers: IncomingHttpHeaders): IncomingHttpHeaders {
  const forwarded = withoutHopByHop(headers);
  const cookie = withoutOurCookies(forwarded.cookie);
  delete forwarded.cookie;
  return withTrace(request, cookie === undefined ? forwarded : { ...forwarded, cookie });
}

/** What comes back, without what concerned the inner connection. */
export function downstreamHeaders(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  return withoutHopByHop(headers);
}

function withoutHopByHop(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  const kept = { ...headers };
  for (const name of HOP_BY_HOP) delete kept[name];
  return kept;
}

function withTrace(request: FastifyRequest, headers: IncomingHttpHeaders): IncomingHttpHeaders {
  headers['x-correlation-id'] = request.correlation;
  headers['x-forwarded-for'] = request.ip;
  headers['x-forwarded-host'] = request.host;
  headers['x-forwarded-proto'] = request.protocol;
  return headers;
}
