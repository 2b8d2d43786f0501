import { sendAs } from '@candor/export';
import { CurrentPrincipal, Describe, parseQuery, Requires } from '@candor/http';
import type { Principal } from '@candor/identity';
import { Controller, Get, Headers, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { scoresQuery, scoresShape } from '../request.ts';
import { ScoresService } from '../scores.service.ts';
import { SCORE_COLUMNS } from './scores-export.ts';
import { markedExample, scoresSchema } from './scores.view.ts';

@Controller()
export class GetScoresController {
  constructor(private readonly service: ScoresService) {}

  @Get('/v1/scores')
  @Requires('scores:read')
  @Describe({
    summary: 'Scores of one programme and measure, over any units, touchpoints and time',
    description: 'One figure over the selection unless `groupBy` or `interval` ask for more; units that overlap are counted once. `groupBy=unit` gives a row for each unit named, descendants folded in, '
      + 'or, none named, for each unit its own answers: rows that add up. An answer belongs to the local day of its own unit. Periods in which nothing happened are left out. By a cut that the programme declares, such as `groupBy=channel`, answers and invitations that say no value, or are from before it was declared, stand in the row whose value is null, so rows add up; invitations say what was known when they went out, channel and language those of the first message; more than 10,000 rows are refused, and a file takes any number. With `window=30d` figures roll over the last 30 days: `interval=day` gives one for each day. '
      + 'With `Accept: text/csv` or `application/vnd.apache.parquet` the same rows as a file of any size; `X-Total-Rows` says how many.',
    query: scoresShape,
    answers: {
      200: { description: 'The figures', schema: scoresSchema, example: markedExample },
      400: { description: 'A parameter is unknown or wrong, a cut is not declared, or the touchpoints are of two programmes' },
      403: { description: 'A unit is not among yours' },
    },
  })
  async get(@CurrentPrincipal() principal: Principal, @Query() given: unknown, @Headers('accept') accept: string | undefined, @Res() reply: FastifyReply): Promise<void> {
    const query = parseQuery(scoresQuery, given);
    return sendAs(reply, accept, { json: () => this.service.scores(principal, query), name: 'scores', columns: SCORE_COLUMNS, rows: () => this.service.open(principal, query) });
  }
}
