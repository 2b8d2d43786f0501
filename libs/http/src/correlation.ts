import { CORRELATION_PATTERN, runWithCorrelation } from '@candor/observability';
import type { FastifyInstance } from 'fastify';
import { v7 as uuidv7 } from 'uuid';

declare module 'fastify' {
  interface FastifyRequest {
    correlation: string;
  }
}

/** Runs every request under its x-correlation-id (a new one if none usable came) and says it in the answer. */
export function correlateRequests(fastify: FastifyInstance): void {
  fastify.decorateRequest('correlation', '');
  fastify.addHook('onRequest', (request, reply, done) => {
    const given = request.headers['x-correlation-id'];
    request.correlation = typeof given === 'string' && CORRELATION_PATTERN.test(given) ? given : uuidv7();
    reply.header('x-correlation-id', request.correlation);
    runWithCorrelation(request.correlation, done);
  });
  // Reading a body resumes in the socket's context, which is not the request's: enter it again.
  fastify.addHook('preValidation', (request, _reply, done) => runWithCorrelation(request.correlation, done));
}
