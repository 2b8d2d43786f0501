import { Problem } from '@candor/http';
import type { FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import { CSV, NDJSON } from './read-rows.ts';

/** The file that a request brings. @throws Problem 415 if it brings none of the types that are read */
export function fileOf(request: FastifyRequest, body: unknown): { mediaType: string; file: Readable } {
  const mediaType = (request.headers['content-type'] ?? '').split(';')[0]!.trim().toLowerCase();
  if (body instanceof Readable && (mediaType === CSV || mediaType === NDJSON)) return { mediaType, file: body };
  throw new Problem({ status: 415, code: 'BODY.MEDIA_TYPE', title: 'This content type is not taken here', detail: `Send ${CSV} or ${NDJSON}` });
}
