import { authenticationFailed, authenticationRequired, forbidden, Problem } from '@candor/http';
import { missingScopes, type Principal } from '@candor/identity';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { requireSameOrigin } from '../sign-in/same-origin.ts';
import type { Sessions } from '../sign-in/sessions.ts';
import { apiKeyOf, keyHashOf } from './credentials.ts';
import type { PrincipalDirectory } from './principal-directory.ts';

/** Guards every route of the front door: a key or a session, unless the route says that it is for anybody. */
export function guardGateway(fastify: FastifyInstance, directory: PrincipalDirectory, sessions: Sessions): void {
  fastify.decorateRequest('principal', undefined);
  fastify.addHook('onRequest', async (request) => {
    if (request.is404) return;
    const { access } = request.routeOptions.config;
    if (!access) throw new Problem({ status: 500, code: 'ROUTE.UNDECLARED', title: 'This route does not say whom it is for' });
    if ('public' in access) return;
    const principal = await principalOf(request, directory, sessions);
    const missing = missingScopes(principal, access.requires);
    if (missing.length > 0) throw forbidden(missing);
    request.principal = principal;
  });
}

/** Spreadsheets and BI tools send Basic credentials only once they are asked for them, and ask people again only where a wrong one is answered so; a browser elsewhere must not ask people for a password. */
const challengeFor = ({ routeOptions }: FastifyRequest, bearer = 'Bearer'): string =>
  (routeOptions.url?.startsWith('/odata') ? `Basic realm="Candor: an API key as password", charset="UTF-8", ${bearer}` : bearer);

/** A key goes before a session: whoever sends the header does it on purpose, and no other site can make a browser do it. */
async function principalOf(request: FastifyRequest, directory: PrincipalDirectory, sessions: Sessions): Promise<Principal> {
  const { authorization } = request.headers;
  if (authorization !== undefined) {
    const key = apiKeyOf(authorization);
    const principal = key === undefined ? undefined : await directory.find({ keyHash: keyHashOf(key) });
    if (!principal) throw authenticationFailed('This API key is not known, has expired or was revoked', undefined, challengeFor(request, 'Bearer error="invalid_token"'));
    return principal;
  }
  const session = await sessions.of(request);
  if (!session) throw authenticationRequired(challengeFor(request));
  requireSameOrigin(request, sessions.origin);
  const principal = await directory.find(session);
  if (!principal) throw authenticationFailed('You are signed in, but nobody has given you a role (any more)');
  return principal;
}
