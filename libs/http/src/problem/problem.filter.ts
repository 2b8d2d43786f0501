import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { AnswerError } from './answer-error.ts';

/** The one place where errors of Nest's routes, and of routes registered beside them, become answers. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  readonly #answer: AnswerError;

  constructor(answer: AnswerError) {
    this.#answer = answer;
  }

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    this.#answer(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }
}
