import { createServer } from 'node:http';
import formbody from '@fastify/formbody';
import { Problem, problemFrom, sendProblem } from '@candor/http';
import type { Logger } from '@candor/observability';
import Fastify, { type FastifyInstance } from 'fastify';
import { mountProvider } from './identity/mount.ts';
import { createProvider } from './identity/provider.ts';
import { signInRoutes } from './identity/sign-in-routes.ts';
import type { SandboxConfig } from './config.ts';

const OIDC_PREFIX = '/sandbox/oidc';
const SIGN_IN_PATH = '/sandbox/sign-in';

/** The web side of the sandbox, with the identity provider mounted; not yet listening. */
export async function createWeb(config: SandboxConfig, logger: Logger): Promise<FastifyInstance> {
  const issuer = `${config.PUBLIC_URL}${OIDC_PREFIX}`;
  const provider = await createProvider({
    issuer, clientId: config.OIDC_CLIENT_ID, clientSecret: config.OIDC_CLIENT_SECRET, redirectUri: config.OIDC_REDIRECT_URI, home: config.PUBLIC_URL, signInPath: SIGN_IN_PATH,
  });
  provider.on('server_error', (_context, error) => logger.error({ err: error }, 'the identity provider failed'));

  const fastify = Fastify({
    serverFactory: (handler) => createServer({ keepAliveTimeout: 65_000 }, mountProvider(OIDC_PREFIX, issuer, provider.callback(), handler)),
    bodyLimit: 1024 * 1024,
  });
  await fastify.register(formbody);
  fastify.setErrorHandler((error, request, reply) => {
    const problem = problemFrom(error);
    if (problem.status >= 500) logger.error({ err: error, url: request.url }, 'request failed');
    sendProblem(reply, problem);
  });
  fastify.setNotFoundHandler((_request, reply) => sendProblem(reply, new Problem({ status: 404, code: 'ROUTE.UNKNOWN', title: 'There is nothing at this address' })));
  signInRoutes(fastify, provider, SIGN_IN_PATH, config.DEMO === 'on');
  return fastify;
}
