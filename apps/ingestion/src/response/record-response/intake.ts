import { Problem } from '@candor/http';
import type { Principal } from '@candor/identity';
import { segmentOf } from '@candor/nps';
import { Injectable } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { RecordAnswers } from './record-answers.ts';
import { RecordLines } from './record-lines.ts';

export const NDJSON = 'application/x-ndjson';
/** 10,000 answers with long comments. */
const NDJSON_LIMIT = 32 * 1024 * 1024;

/** What `POST /v1/responses` does, apart from how it is reached. */
@Injectable()
export class Intake {
  constructor(private readonly answers: RecordAnswers, private readonly lines: RecordLines) {}

  /** One answer as JSON, or many as NDJSON. @throws Problem */
  async take(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const principal = request.principal as Principal;
    const now = new Date();
    if (isNdjson(request)) {
      const recorded = await this.lines.record(principal, request.body as string, now, request.correlation);
      return reply.code(200).type('application/json; charset=utf-8').send(JSON.stringify(recorded));
    }
    const { request: answer, created } = await this.answers.record(principal, request.body, now, request.correlation);
    const segment = segmentOf(answer.measure, answer.score);
    return reply.code(created ? 201 : 200).type('application/json; charset=utf-8')
      .send(JSON.stringify({ id: answer.id, ...(segment && { segment }) }));
  }
}

/** Lets NDJSON in as text: what is on its lines is parsed one by one. */
export function takeNdjson(fastify: FastifyInstance): void {
  fastify.addContentTypeParser(NDJSON, { parseAs: 'string', bodyLimit: NDJSON_LIMIT }, (_request, body, done) => done(null, body));
}

function isNdjson(request: FastifyRequest): boolean {
  const type = request.headers['content-type'];
  if (type?.startsWith(NDJSON)) return true;
  if (type === undefined || type.includes('json')) return false;
  throw new Problem({ status: 415, code: 'BODY.MEDIA_TYPE', title: 'This content type is not taken here', detail: `Send application/json or ${NDJSON}` });
}

