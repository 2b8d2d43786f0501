import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import type { Principal, Scope } from '@candor/identity';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import type { Access } from './access.ts';

/** How Nest notes `@Query()` among the parameters of a handler; it has no public name for it. */
const QUERY = 4;

/**
 * The route needs a principal with all of these scopes; none given: any principal. A handler that does not take
 * `@Query()` knows no query parameters, so the guard refuses every one.
 */
export function Requires(...scopes: Scope[]): MethodDecorator {
  return (target, name, descriptor) =>
    RouteConfig({ access: { requires: scopes } satisfies Access, queryless: !takesQuery(target.constructor, name) })(target, name, descriptor);
}

/** The route is for anybody. The reason is part of the route table that tests print. */
export function Public(reason: string): MethodDecorator {
  return RouteConfig({ access: { public: reason } satisfies Access });
}

/** The principal on whose behalf the request is made; only on routes with `@Requires`. */
export const CurrentPrincipal = createParamDecorator((_: unknown, context: ExecutionContext): Principal => {
  const { principal } = context.switchToHttp().getRequest<FastifyRequest>();
  if (!principal) throw new Error('@CurrentPrincipal() on a route without @Requires()');
  return principal;
});

/** Parameter decorators run before those of the method, so what they noted is there by now. */
function takesQuery(controller: object, handler: string | symbol): boolean {
  const taken = Object.keys((Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, handler) ?? {}) as object);
  return taken.some((parameter) => parameter.startsWith(`${QUERY}:`));
}
