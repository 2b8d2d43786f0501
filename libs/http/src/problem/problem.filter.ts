import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Logger } from '@candor/observability';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { problemFrom } from './from-error.ts';
import { Problem } from './problem.ts';

export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';

/** The one place where errors become answers. Errors that are our own fault are logged with their cause; the answer does not show it. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  readonly #logger: Pick<Logger, 'error' | 'debug'>;
  readonly #translate: (error: unknown) => Problem | undefined;

  /** @param translate gives the answer for errors of libraries this one does not know (a database that is away). */
  constructor(logger: Pick<Logger, 'error' | 'debug'>, translate: (error: unknown) => Problem | undefined = () => undefined) {
    this.#logger = logger;
    this.#translate = translate;
  }

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const problem = error instanceof Problem ? error : (this.#translate(error) ?? problemFrom(error));
    const entry = { err: error, method: request.method, url: request.url, code: problem.code };
    if (problem.status >= 500) this.#logger.error(entry, 'request failed');
    else this.#logger.debug(entry, 'request refused');

    if (reply.sent || reply.raw.headersSent) {
      // Half an answer is out: breaking the connection is the only way left to say that the rest is missing.
      reply.raw.destroy();
      return;
    }
    sendProblem(reply, problem);
  }
}

export function sendProblem(reply: FastifyReply, problem: Problem): void {
  void reply.code(problem.status).headers(problem.headers).header('content-type', PROBLEM_TYPE).send(JSON.stringify(problem));
}
