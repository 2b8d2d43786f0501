import { isIP } from 'node:net';
import { Problem } from '@candor/http';
import type { Logger } from '@candor/observability';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { PrincipalDirectory } from '../principal/principal-directory.ts';
import { ownPageHeaders } from '../security-headers.ts';
import { cookieOf, setCookie, signInCookie } from './cookies.ts';
import type { IdentityProvider } from './identity-provider.ts';
import { noticePage, NOTICES, type Notice } from './notice-page.ts';
import { localPath } from './return-to.ts';
import { requireSameOrigin } from './same-origin.ts';
import { Seal } from './seal.ts';
import type { Sessions } from './sessions.ts';

const underWay = z.object({ state: z.string(), nonce: z.string(), verifier: z.string(), returnTo: z.string() });
/** How long somebody may take at the provider's. */
const SIGN_IN_SECONDS = 15 * 60;
const ANYBODY = { access: { public: 'signing in is for those who are not signed in yet' } };

export interface SignInParts {
  provider: IdentityProvider;
  sessions: Sessions;
  directory: PrincipalDirectory;
  secret: string;
  publicUrl: string;
  logger: Logger;
}

export function signInRoutes(fastify: FastifyInstance, { provider, sessions, directory, secret, publicUrl, logger }: SignInParts): void {
  const seal = new Seal(secret, 'sign-in', underWay);
  const secure = publicUrl.startsWith('https:');

  fastify.get('/auth/login', { config: ANYBODY }, async (request, reply) => {
    if (isOtherNameOfThisMachine(request.host, publicUrl)) return reply.redirect(publicUrl + request.url);
    const { as, returnTo } = request.query as { as?: unknown; returnTo?: unknown };
    const { url, kept } = await provider.begin(typeof as === 'string' ? as : undefined);
    const sealed = await seal.close({ ...kept, returnTo: localPath(returnTo) }, SIGN_IN_SECONDS);
    return reply.header('set-cookie', setCookie(signInCookie(kept.state), sealed, { maxAge: SIGN_IN_SECONDS, path: '/auth', secure })).header('cache-control', 'no-store').redirect(url);
  });

  fastify.get('/auth/callback', { config: ANYBODY }, async (request, reply) => {
    const { state } = request.query as { state?: unknown };
    const name = signInCookie(String(state));
    const sealed = cookieOf(request.headers.cookie, name);
    const kept = sealed === undefined ? undefined : await seal.open(sealed);
    if (!kept || kept.state !== state) return notice(reply, 400, NOTICES.ended);
    reply.header('set-cookie', setCookie(name, '', { maxAge: 0, path: '/auth', secure }));

    const session = await provider.finish(request.url.slice(request.url.indexOf('?')), kept).catch((error: unknown) => {
      if (error instanceof Problem) throw error;
      logger.warn({ err: error }, 'a sign-in failed');
      return undefined;
    });
    if (!session) return notice(reply, 403, NOTICES.refused);
    if (!(await directory.find(session))) return notice(reply, 403, NOTICES.unknown);
    return reply.header('set-cookie', await sessions.begin(session)).header('cache-control', 'no-store').redirect(kept.returnTo);
  });

  fastify.route({
    method: ['GET', 'POST'], url: '/auth/logout', config: { access: { public: 'whoever has no session has nothing to end' } },
    handler: async (request, reply) => {
      if (request.method === 'POST') requireSameOrigin(request, sessions.origin);
      else if (request.headers['sec-fetch-site'] === 'cross-site') return reply.redirect('/');
      reply.header('set-cookie', sessions.end()).header('cache-control', 'no-store');
      return request.method === 'POST' ? reply.code(204).send() : reply.redirect('/');
    },
  });

  fastify.get('/auth/session', { config: { access: { requires: [] } } }, (request, reply) => reply.header('cache-control', 'no-store').send(request.principal));
}

function notice(reply: FastifyReply, status: number, content: Notice): FastifyReply {
  return reply.code(status).headers(ownPageHeaders).header('cache-control', 'no-store').type('text/html; charset=utf-8').send(noticePage(content));
}

/** Cookies belong to one name: who comes by 127.0.0.1 and returns by localhost would have lost them. */
function isOtherNameOfThisMachine(host: FastifyRequest['host'], publicUrl: string): boolean {
  const given = URL.canParse(`http://${host}`) ? new URL(`http://${host}`).hostname : '';
  const own = new URL(publicUrl).hostname;
  const isLoopback = (name: string) => name === 'localhost' || name === '[::1]' || (isIP(name) === 4 && name.startsWith('127.'));
  return given !== own && isLoopback(given) && isLoopback(own);
}
