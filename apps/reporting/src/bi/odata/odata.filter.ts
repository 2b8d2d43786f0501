import { Problem, sendProblem } from '@candor/http';
import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply } from 'fastify';

/** OData clients look for `error` in the answer (JSON format, 19); everybody else for the problem document. Both are there. */
@Catch(Problem)
export class ODataFilter implements ExceptionFilter<Problem> {
  catch(problem: Problem, host: ArgumentsHost): void {
    const { status, code, title, detail, errors, headers, extensions } = problem;
    const error = { code, message: detail ?? title, ...(errors ? { details: errors.map(({ field, message }) => ({ code, target: field, message })) } : {}) };
    sendProblem(host.switchToHttp().getResponse<FastifyReply>(), new Problem({
      status, code, title, headers: { ...headers, 'odata-version': '4.0' }, extensions: { ...extensions, error }, cause: problem.cause,
      ...(detail === undefined ? {} : { detail }), ...(errors === undefined ? {} : { errors }),
    }));
  }
}
