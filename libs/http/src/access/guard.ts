import { missingScopes, TokenError, type Principal, type Verifier } from '@candor/identity';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { textErrors } from '../input/no-text.ts';
import { Problem, type FieldError } from '../problem/problem.ts';
import { authenticationFailed, authenticationRequired, forbidden, invalidInput } from '../problem/problems.ts';
import type { Access } from './access.ts';

/**
 * Guards every route of the server, those of Nest's controllers and those registered directly, before a body is read.
 * A route that declares nothing is refused: forgetting the declaration must not open it.
 */
export function guardRoutes(fastify: FastifyInstance, verify: Verifier): void {
  fastify.decorateRequest('principal', undefined);
  fastify.addHook('onRequest', (request, _reply, done) => {
    if (request.is404) return done();
    const access = request.routeOptions.config.access;
    if (!access) return done(undeclared(request));
    if ('public' in access) return done();

    const token = bearerOf(request.headers.authorization);
    if (token === undefined) return done(authenticationRequired());
    const known = verify.known(token);
    if (known) return done(admit(request, known, access));
    verify(token).then(
      (principal) => done(admit(request, principal, access)),
      (error: Error) => done(error instanceof TokenError ? authenticationFailed('The token is not valid or has expired', error) : error),
    );
  });
}

function admit(request: FastifyRequest, principal: Principal, access: Access): Problem | undefined {
  const missing = 'requires' in access ? missingScopes(principal, access.requires) : [];
  if (missing.length > 0) return forbidden(missing);
  if ('requires' in access && access.requires.includes('operate') && principal.units !== null) return ofAllUnits();
  request.principal = principal;
  const errors = [...textErrors(request.params, ''), ...unknownQuery(request)];
  return errors.length > 0 ? invalidInput(errors) : undefined;
}

/** What operators look at holds records of every unit. */
function ofAllUnits(): Problem {
  return new Problem({ status: 403, code: 'AUTH.ALL_UNITS', title: 'This is for those who see all units', detail: 'The right to operate shows records of every unit, and yours are some of them' });
}

function unknownQuery({ query, routeOptions }: FastifyRequest): FieldError[] {
  return routeOptions.config.queryless ? Object.keys(query as object).map((field) => ({ field, message: 'is not known here' })) : [];
}

function undeclared(request: FastifyRequest): Problem {
  const route = `${request.method} ${request.routeOptions.url}`;
  return new Problem({
    status: 500, code: 'ROUTE.UNDECLARED', title: 'This route does not say whom it is for', detail: `${route} has neither @Requires nor @Public`,
  });
}

export function bearerOf(authorization: string | undefined): string | undefined {
  return /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1];
}
