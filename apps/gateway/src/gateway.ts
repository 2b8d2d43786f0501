import { answerErrors } from '@candor/http';
import type { ServiceOptions } from '@candor/service';
import { LOGGER, ReadinessRegistry, type Logger } from '@candor/observability';
import { Module } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import type { GatewayConfig } from './config.ts';
import { consoleRoutes } from './console/console-routes.ts';
import { docsRoutes } from './docs/docs-routes.ts';
import { watchServices } from './health/services-ready.ts';
import { catalogLookup } from './principal/catalog-lookup.ts';
import { guardGateway } from './principal/gateway-guard.ts';
import { PrincipalDirectory } from './principal/principal-directory.ts';
import { TokenMint } from './principal/token-mint.ts';
import { registerProxies } from './routing/proxy.ts';
import { addressesOf } from './routing/routes.ts';
import { addSecurityHeaders } from './security-headers.ts';
import { IdentityProvider } from './sign-in/identity-provider.ts';
import { Sessions } from './sign-in/sessions.ts';
import { signInRoutes } from './sign-in/sign-in-routes.ts';

/** The gateway's routes are Fastify's own, since it passes bodies on without reading them; Nest gives it the frame that all services have. */
@Module({})
class GatewayModule {}

/** The front door: who is asking, and which service answers. It keeps nothing. */
export function gatewayOptions(config: GatewayConfig): ServiceOptions {
  const addresses = addressesOf(config);
  const mint = new TokenMint(config.TOKEN_PRIVATE_JWK);
  const directory = new PrincipalDirectory(catalogLookup(config.CATALOG_URL, mint));
  const sessions = new Sessions(config.SESSION_SECRET, config.PUBLIC_URL);
  const provider = new IdentityProvider({
    issuer: config.OIDC_ISSUER, clientId: config.OIDC_CLIENT_ID, clientSecret: config.OIDC_CLIENT_SECRET, redirectUri: `${config.PUBLIC_URL}/auth/callback`,
  });
  return {
    name: 'gateway',
    config,
    module: GatewayModule,
    operators: { requires: ['operate'] },
    guard: (fastify) => {
      addSecurityHeaders(fastify, config.PUBLIC_URL);
      guardGateway(fastify, directory, sessions);
    },
    configure: async (app) => {
      const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
      const logger = app.get<Logger>(LOGGER);
      watchServices(app.get(ReadinessRegistry), addresses);
      // A scope of its own: routes that are registered before Nest's do not get its answers for errors.
      await fastify.register(async (scope) => {
        scope.setErrorHandler(answerErrors(logger));
        signInRoutes(scope, { provider, sessions, directory, secret: config.SESSION_SECRET, publicUrl: config.PUBLIC_URL, logger });
        docsRoutes(scope, addresses, config.PUBLIC_URL);
        await registerProxies(scope, addresses, mint, logger);
        await consoleRoutes(scope, config.CONSOLE_DIR);
      });
    },
  };
}
