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
    sendProblem(reply, problem);
  };
}

export function sendProblem(reply: FastifyReply, problem: Problem): void {
  void reply.code(problem.status).headers(problem.headers).header('content-type', PROBLEM_TYPE).send(JSON.stringify(problem));
}
