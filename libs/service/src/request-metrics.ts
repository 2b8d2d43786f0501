import { metrics, type Logger } from '@candor/observability';
import type { FastifyInstance } from 'fastify';

/** Duration of every request by route (not by address: those hold ids), method and status; each one in the log at level `debug`. */
export function measureRequests(fastify: FastifyInstance, logger: Logger): void {
  const duration = metrics.histogram('http_request_duration_seconds', 'Time from a request to the end of its answer', ['method', 'route', 'status']);
  fastify.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'unknown';
    duration.labels(request.method, route, String(reply.statusCode)).observe(reply.elapsedTime / 1000);
    if (logger.isLevelEnabled('debug')) {
      logger.debug({ correlation: request.correlation, method: request.method, url: request.url, status: reply.statusCode, ms: Math.round(reply.elapsedTime) }, 'answered');
    }
    done();
  });
}
