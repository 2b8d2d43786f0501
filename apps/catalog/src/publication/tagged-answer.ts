import { createHash } from 'node:crypto';
import { etagOf, namesTag } from '@candor/http';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Made from the content: a unit's path and the entries of a list change without a version of their own. */
export function tagOf(body: unknown): string {
  return etagOf(createHash('sha256').update(JSON.stringify(body)).digest('base64url').slice(0, 22));
}

/** The answer with its entity tag; 304 without a body if the caller has it already. */
export function answerTagged(request: FastifyRequest, reply: FastifyReply, body: unknown): void {
  const etag = tagOf(body);
  reply.header('etag', etag).header('cache-control', 'private, no-cache');
  if (namesTag(request.headers['if-none-match'], etag)) void reply.code(304).send();
  else void reply.send(body);
}
