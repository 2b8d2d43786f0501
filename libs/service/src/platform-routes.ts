import { registry, type ReadinessRegistry } from '@candor/observability';
import type { FastifyInstance } from 'fastify';

/** What operators and the gateway ask of every service. */
export interface PlatformSources {
  readiness: () => ReadinessRegistry;
  openapi: () => unknown;
}

const OPERATOR = { access: { public: 'for operators and the gateway; services listen on the inner network only' } };

export function addPlatformRoutes(fastify: FastifyInstance, { readiness, openapi }: PlatformSources): void {
  fastify.get('/health/live', { config: OPERATOR }, async () => ({ status: 'live' }));
  fastify.get('/health/ready', { config: OPERATOR }, async (_request, reply) => {
    const { ready, checks } = await readiness().check();
    const missing = Object.entries(checks).filter(([, answer]) => answer !== 'ok').map(([name, answer]) => `${name}: ${answer}`);
    return reply.code(ready ? 200 : 503).header('cache-control', 'no-store').send({ status: ready ? 'ready' : 'not ready', missing, checks });
  });
  fastify.get('/metrics', { config: OPERATOR }, async (_request, reply) => reply.type(registry.contentType).send(await registry.metrics()));
  fastify.get('/internal/openapi.json', { config: OPERATOR }, async () => openapi());
}
