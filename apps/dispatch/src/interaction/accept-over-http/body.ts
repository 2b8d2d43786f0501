import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { BATCH, STRUCTURED } from '../http-binding.ts';

/** Teaches the server the content types of CloudEvents, and the form that a mailbox posts to unsubscribe (RFC 8058: either encoding; what it says is known). */
export function takeBodies(app: NestFastifyApplication): void {
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  fastify.addContentTypeParser([STRUCTURED, BATCH], { parseAs: 'string' }, fastify.getDefaultJsonParser('error', 'ignore'));
  // Files of any length: whoever takes them reads them as they arrive.
  fastify.addContentTypeParser(['text/csv', 'application/x-ndjson'], (_request, payload, done) => done(null, payload));
  fastify.addContentTypeParser('multipart/form-data', (_request, payload, done) => {
    payload.resume();
    payload.on('end', () => done(null, {}));
    payload.on('error', done);
  });
}
