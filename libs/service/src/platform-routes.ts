import type { Access } from '@candor/http';
import { registry, type ReadinessRegistry } from '@candor/observability';
import type { FastifyInstance } from 'fastify';

/** What operators and the gateway ask of every service. */
export interface PlatformSources {
  readiness: () => ReadinessRegistry;
  openapi: () => unknown;
  operators?: Access | undefined;
}

const PROBES = { access: { public: 'whether we are well is no secret' } };
const INNER: Access = { public: 'for operators and the gateway; services listen on the inner network only' };

export function addPlatformRoutes(fastify: FastifyInstance, { readiness, openapi, operators = INNER }: PlatformSources): void {
  const config = { access: operators };
  fastify.get('/health/live', { config: PROBES }, async () => ({ status: 'live' }));
  fastify.get('/health/ready', { config: PROBES }, async (_request, reply) => {
    const { ready, checks } = await readiness().check();
    const missing = Object.entries(checks).filter(([, answer]) => answer !== 'ok').map(([name, answer]) => `${name}: ${answer}`);
    return reply.code(ready ? 200 : 503).header('cache-control', 'no-store').send({ status: ready ? 'ready' : 'not ready', missing, checks });
  });
  fastify.get('/metrics', { config }, async (_request, reply) => reply.type(registry.contentType).send(await registry.metrics()));
  fastify.get('/internal/openapi.json', { config }, async () => openapi());
}
