import type { Principal, Scope } from '@candor/identity';

/** What a route demands of whoever calls it; every route declares one of the two. */
export type Access =
  | { readonly requires: readonly Scope[] }
  /** Anybody may call; the reason says why that is right. */
  | { readonly public: string };

declare module 'fastify' {
  interface FastifyRequest {
    /** Set once the token is verified; absent on public routes. */
    principal?: Principal;
  }
  interface FastifyContextConfig {
    access?: Access;
    /** No query parameter means anything here. */
    queryless?: boolean;
  }
}
