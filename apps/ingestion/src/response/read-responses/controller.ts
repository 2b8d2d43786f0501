import { download, wantedFormat } from '@candor/export';
import { CurrentPrincipal, Describe, etagOf, parseQuery, Requires } from '@candor/http';
import type { Principal } from '@candor/identity';
import { Controller, Get, Headers, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { answerView, viewExample, type AnswerView } from '../show-answer.ts';
import { ANSWER_COLUMNS } from './export.ts';
import { ExportAnswers } from './export-answers.ts';
import { listQuery } from './query.ts';
import { ReadAnswers } from './read-answers.ts';

const page = z.object({ data: z.array(answerView), next: z.string().nullable(), changes: z.string() });

@Controller('/v1/responses')
export class ReadResponsesController {
  constructor(private readonly answers: ReadAnswers, private readonly exports: ExportAnswers) {}

  @Get()
  @Requires('responses:read')
  @Describe({
    summary: 'List answers in the order of their last change, or the newest first',
    description: 'Give `next` as `cursor` for the next page. Keep `changes` and give it later as `updatedAfter` for what was recorded, amended, excluded or erased since. '
      + '`order=latest` gives the newest answers first, for people to read. With `Accept: text/csv` or `application/vnd.apache.parquet` all of them '
      + 'as a file of any size, as they stood when it began; `X-Total-Rows` says how many. Answers of anonymous programmes are not among them.',
    query: z.object(listQuery.shape),
    answers: {
      200: { description: 'A page', schema: page, example: { data: [viewExample], next: null, changes: 'IjEwMjQi' } },
      400: { description: 'A parameter is wrong or not known' },
      403: { description: 'A unit is not among those of the principal, or PROGRAMME.ANONYMOUS' },
    },
  })
  async list(@Query() given: unknown, @Headers('accept') accept: string | undefined, @CurrentPrincipal() principal: Principal, @Res() reply: FastifyReply): Promise<unknown> {
    const query = parseQuery(listQuery, given);
    const format = wantedFormat(accept);
    if (format === 'json') return reply.send(await this.answers.page(principal, query));
    const { headers, body } = download(format, 'answers', ANSWER_COLUMNS, await this.exports.open(principal, query));
    return reply.headers(headers).send(body);
  }

  @Get(':id')
  @Requires('responses:read')
  @Describe({
    summary: 'One answer as it stands', params: { id: { description: 'The id that it was posted with', example: viewExample.id } },
    answers: { 200: { description: 'With its ETag', schema: answerView, example: viewExample }, 403: { description: 'RESPONSE.ANONYMOUS: its programme tells nothing of single answers' }, 404: { description: 'Not known, or of a unit that is not yours' }, 410: { description: 'RESPONSE.ERASED' } },
  })
  async one(@Param('id') id: string, @CurrentPrincipal() principal: Principal, @Res({ passthrough: true }) reply: FastifyReply): Promise<AnswerView> {
    const { answer, view } = await this.answers.one(principal, id);
    void reply.header('etag', etagOf(answer.revision));
    return view;
  }
}
