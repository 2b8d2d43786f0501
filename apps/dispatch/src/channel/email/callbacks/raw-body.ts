import { Transform } from 'node:stream';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** Where providers post about mails. */
const PATHS = /^\/v1\/callbacks\/(ses|sendgrid|postmark)(?:[/?]|$)/;
const bodies = new WeakMap<FastifyRequest, Buffer>();

/** Keeps the octets of what providers post: what they sign is not what a parser makes of it. Limits hold as for every body. */
export function keepRawBodies(app: NestFastifyApplication): void {
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  fastify.addHook('preParsing', (request, _reply, payload, done) => {
    if (!PATHS.test(request.url)) return done(null, payload);
    const chunks: Buffer[] = [];
    const kept = new Transform({
      transform: (chunk: Buffer, _encoding, next) => {
        chunks.push(chunk);
        next(null, chunk);
      },
      flush: (next) => {
        bodies.set(request, Buffer.concat(chunks));
        next();
      },
    });
    payload.on('error', (error) => kept.destroy(error));
    done(null, payload.pipe(kept));
  });
}

/** The octets of a body as they came; none for a request that had no body. */
export const rawBodyOf = (request: FastifyRequest): Buffer => bodies.get(request) ?? Buffer.alloc(0);
