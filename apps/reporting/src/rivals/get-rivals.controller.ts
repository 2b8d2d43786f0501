import { atOnce, sendAs } from '@candor/export';
import { CurrentPrincipal, Describe, parseQuery, Requires } from '@candor/http';
import type { Principal } from '@candor/identity';
import { Controller, Get, Headers, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { rivalsQuery, rivalsShape } from './request.ts';
import { linesOf, RIVAL_COLUMNS } from './rivals-export.ts';
import { RivalsService } from './rivals.service.ts';
import { rivalsExample, rivalsSchema } from './rivals.view.ts';

@Controller()
export class GetRivalsController {
  constructor(private readonly service: RivalsService) {}

  @Get('/v1/scores/rivals')
  @Requires('scores:read')
  @Describe({
    summary: 'How competitors stand, by what customers say of them',
    description: 'Of answers whose attributes say it (see `POST /v1/responses`): the NPS that those gave each rival who rated it, beside what the same people gave us, and the share of those likely (9 or 10) to choose another company over us, with whom they named. '
      + 'Answers that are amended, excluded or erased move it. Of an anonymous programme five at a time are published, as its scores are. With `Accept: text/csv` or `application/vnd.apache.parquet` a line per period and rival.',
    query: rivalsShape,
    answers: {
      200: { description: 'The standing, period by period; periods in which nobody said anything are left out', schema: rivalsSchema, example: rivalsExample },
      400: { description: 'A parameter is unknown or wrong' }, 403: { description: 'A unit is not among yours' },
    },
  })
  async get(@CurrentPrincipal() principal: Principal, @Query() given: unknown, @Headers('accept') accept: string | undefined, @Res() reply: FastifyReply): Promise<void> {
    const query = parseQuery(rivalsQuery, given);
    const rivals = () => this.service.rivals(principal, query);
    return sendAs(reply, accept, { json: rivals, name: 'rivals', columns: RIVAL_COLUMNS, rows: async () => atOnce(linesOf(await rivals())) });
  }
}
