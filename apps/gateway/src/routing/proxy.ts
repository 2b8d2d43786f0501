import httpProxy, { type FastifyHttpProxyOptions } from '@fastify/http-proxy';
import { sendProblem, type Access } from '@candor/http';
import type { Logger } from '@candor/observability';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { TokenMint } from '../principal/token-mint.ts';
import { PROXIED, type ProxiedRoute, type Upstream } from './routes.ts';
import { callbackHeaders, downstreamHeaders, foreignHeaders, upstreamHeaders } from './upstream-headers.ts';
import { upstreamProblem } from './upstream-error.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** What the service is told of who is asking. */
    upstreamToken?: string;
  }
}

/** Streams may be silent for as long as they like; a first byte has to come. */
const CONNECTIONS = { connections: null, pipelining: 1, keepAliveTimeout: 60_000, headersTimeout: 120_000, bodyTimeout: 0 };

/** Passes each route of the front door on to its service. Bodies are streamed both ways and looked at by nobody: how large one may be is the service's to say. */
export async function registerProxies(fastify: FastifyInstance, addresses: ReadonlyMap<Upstream, string>, mint: TokenMint, logger: Logger): Promise<void> {
  fastify.decorateRequest('upstreamToken', undefined);
  for (const route of PROXIED) {
    const address = addresses.get(route.upstream);
    if (address !== undefined) await fastify.register(httpProxy, optionsOf(route, address, mint, logger));
  }
}

function optionsOf(route: ProxiedRoute, upstream: string, mint: TokenMint, logger: Logger): FastifyHttpProxyOptions {
  const access: Access = route.public === undefined ? { requires: [] } : { public: route.public };
  return {
    upstream,
    prefix: route.prefix,
    rewritePrefix: route.rewrite ?? route.prefix,
    config: { access },
    undici: CONNECTIONS as never,
    destroyAgent: true,
    disableRequestLogging: true,
    preHandler: async (request) => {
      if (request.principal) request.upstreamToken = await mint.tokenFor(request.principal);
    },
    replyOptions: {
      rewriteRequestHeaders: (request, headers) => {
        if (route.upstream === 'sandbox') return foreignHeaders(request as FastifyRequest, headers);
        if (route.passesBasic) return callbackHeaders(request as FastifyRequest, headers);
        return upstreamHeaders(request as FastifyRequest, headers, (request as FastifyRequest).upstreamToken);
      },
      rewriteHeaders: downstreamHeaders,
      retryDelay: retryOnce,
      onError: (reply, { error }) => {
        const problem = upstreamProblem(route.upstream, error);
        logger.warn({ err: error, upstream: route.upstream, code: problem.code }, 'a service did not answer');
        const answer = reply as unknown as FastifyReply;
        if (!answer.sent) sendProblem(answer, problem);
      },
    },
  };
}

/**
 * Once, at once, and only for reading: a connection that was kept may have been closed by a service that restarted.
 * A 503 is passed on, since only the caller knows how long it can wait.
 */
function retryOnce({ err, req, attempt }: { err: Error; req: { method?: string }; attempt: number }): number | null {
  const { code } = (err ?? {}) as { code?: string };
  return attempt === 0 && (code === 'UND_ERR_SOCKET' || code === 'ECONNRESET') && (req.method === 'GET' || req.method === 'HEAD') ? 1 : null;
}
