import { metrics } from '@candor/observability';
import type { FastifyInstance } from 'fastify';

/** Duration of every request by route (not by address: those hold ids), method and status. */
export function measureRequests(fastify: FastifyInstance): void {
  const duration = metrics.histogram('http_request_duration_seconds', 'Time from a request to the end of its answer', ['method', 'route', 'status']);
  fastify.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'unknown';
    duration.labels(request.method, route, String(reply.statusCode)).observe(reply.elapsedTime / 1000);
    done();
  });
}
