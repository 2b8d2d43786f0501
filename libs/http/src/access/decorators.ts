import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Principal, Scope } from '@candor/identity';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import type { Access } from './access.ts';

/** The route needs a principal with all of these scopes; none given: any principal. */
export function Requires(...scopes: Scope[]): MethodDecorator {
  return RouteConfig({ access: { requires: scopes } satisfies Access });
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
