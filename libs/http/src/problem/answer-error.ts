import { finished } from 'node:stream';
import type { Logger } from '@candor/observability';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { problemFrom } from './from-error.ts';
import { Problem } from './problem.ts';

export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';

/** Answers for errors of libraries that this one does not know (a database that is away). */
export type Translate = (error: unknown) => Problem | undefined;
export type AnswerError = (error: unknown, request: FastifyRequest, reply: FastifyReply) => void;

/** How errors become answers. Those that are our own fault are logged with their cause; the answer does not show it. */
export function answerErrors(logger: Pick<Logger, 'error' | 'debug'>, translate: Translate = () => undefined): AnswerError {
  return (error, request, reply) => {
    const problem = error instanceof Problem ? error : (translate(error) ?? problemFrom(error));
    const entry = { err: error, method: request.method, url: request.url, code: problem.code };
    if (problem.status >= 500) logger.error(entry, 'request failed');
    else logger.debug(entry, 'request refused');

    if (reply.sent || reply.raw.headersSent) {
      // Half an answer is out: breaking the connection is the only way left to say that the rest is missing.
      reply.raw.destroy();
      return;
    }
    if (problem.status === 413) afterBody(request, () => sendProblem(reply.removeHeader('connection'), problem));
    else sendProblem(reply, problem);
  };
}

/** Larger bodies than this are not even thrown away: the connection ends under them. */
const MOST_DISCARDED = 64 * 1024 * 1024;

/** Throws away the rest of a body that is too large, so that whoever is still sending it hears the answer instead of a broken connection. */
function afterBody({ raw }: FastifyRequest, answer: () => void): void {
  if (raw.complete || Number(raw.headers['content-length'] ?? 0) > MOST_DISCARDED) return answer();
  finished(raw, { writable: false }, answer);
  raw.resume();
}

export function sendProblem(reply: FastifyReply, problem: Problem): void {
  void reply.code(problem.status).headers(problem.headers).header('content-type', PROBLEM_TYPE).send(JSON.stringify(problem));
}
