import { CurrentPrincipal, Describe, etagOf, parseBody, Requires } from '@candor/http';
import type { Principal } from '@candor/identity';
import { Body, Controller, Headers, HttpCode, Param, Patch, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Answer } from '../answer.ts';
import { answerView, viewExample, type AnswerView } from '../show-answer.ts';
import { CorrectAnswers } from './correct-answers.ts';
import { amendRequest, reasonRequest } from './request.ts';

const id = { id: { description: 'The id that the answer was posted with', example: viewExample.id } };
const refusals = { 403: { description: 'The right to correct is missing, or (to amend) RESPONSE.ANONYMOUS' }, 404: { description: 'Not known, or of a unit that is not yours' }, 410: { description: 'RESPONSE.ERASED' }, 412: { description: 'PRECONDITION.FAILED: it has changed since' } };

@Controller('/v1/responses/:id')
export class CorrectResponseController {
  constructor(private readonly answers: CorrectAnswers) {}

  @Patch()
  @Requires('responses:correct')
  @Describe({
    summary: 'Amend an answer', description: 'If-Match must be the ETag of the GET. `reason` may be left out, and is then on record as `corrected`: give one, since it stands in the history of the answer. To exclude and to reinstate demand one.', params: id,
    body: { schema: amendRequest, example: { score: 8, reason: 'Typed in wrongly' } },
    answers: { 200: { description: 'As it stands now', schema: answerView, example: { ...viewExample, revision: 2, score: 8, segment: 'passive', reason: 'Typed in wrongly' } }, ...refusals, 428: { description: 'PRECONDITION.REQUIRED: If-Match is missing' } },
  })
  async amend(@Param('id') id: string, @Headers('if-match') ifMatch: string | undefined, @Body() body: unknown, @CurrentPrincipal() principal: Principal, @Res({ passthrough: true }) reply: FastifyReply): Promise<AnswerView> {
    return this.#shown(reply, await this.answers.amend(principal, id, ifMatch, parseBody(amendRequest, body), new Date()));
  }

  @Post('exclude')
  @HttpCode(200)
  @Requires('responses:correct')
  @Describe({
    summary: 'Leave an answer out of every figure', params: id, body: { schema: reasonRequest, example: { reason: 'Test answer' } },
    answers: { 200: { description: 'As it stands now', schema: answerView, example: { ...viewExample, state: 'excluded', revision: 2, reason: 'Test answer' } }, ...refusals },
  })
  async exclude(@Param('id') id: string, @Headers('if-match') ifMatch: string | undefined, @Body() body: unknown, @CurrentPrincipal() principal: Principal, @Res({ passthrough: true }) reply: FastifyReply): Promise<AnswerView> {
    const { reason } = parseBody(reasonRequest, body);
    return this.#shown(reply, await this.answers.exclude(principal, id, ifMatch, reason, new Date()));
  }

  @Post('reinstate')
  @HttpCode(200)
  @Requires('responses:correct')
  @Describe({
    summary: 'Count an excluded answer again', params: id, body: { schema: reasonRequest, example: { reason: 'Was genuine' } },
    answers: { 200: { description: 'As it stands now', schema: answerView, example: { ...viewExample, revision: 3, reason: 'Was genuine' } }, ...refusals },
  })
  async reinstate(@Param('id') id: string, @Headers('if-match') ifMatch: string | undefined, @Body() body: unknown, @CurrentPrincipal() principal: Principal, @Res({ passthrough: true }) reply: FastifyReply): Promise<AnswerView> {
    const { reason } = parseBody(reasonRequest, body);
    return this.#shown(reply, await this.answers.reinstate(principal, id, ifMatch, reason, new Date()));
  }

  #shown(reply: FastifyReply, answer: Answer): AnswerView {
    void reply.header('etag', etagOf(answer.revision));
    return this.answers.view(answer);
  }
}
