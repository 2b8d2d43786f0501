import { CurrentPrincipal, Describe, parseQuery, Requires } from '@candor/http';
import type { Principal } from '@candor/identity';
import { Controller, Get, Headers, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { CSV_TYPE } from '../../csv/csv.ts';
import { wantedFormat } from '../../csv/negotiate.ts';
import { scoresQuery, scoresShape } from '../request.ts';
import { ScoresService, type Scores } from '../scores.service.ts';
import { scoresCsv } from './scores-csv.ts';
import { scoresExample, scoresSchema } from './scores.view.ts';

@Controller()
export class GetScoresController {
  constructor(private readonly service: ScoresService) {}

  @Get('/v1/scores')
  @Requires('scores:read')
  @Describe({
    summary: 'Scores of one programme and measure, over any units, touchpoints and time',
    description: 'One figure over the selection unless `groupBy` or `interval` ask for more; units that overlap are counted once. `groupBy=unit` gives a row for each unit named, descendants folded in, '
      + 'or, none named, for each unit its own answers: rows that add up. An answer belongs to the local day of its own unit. Periods in which nothing happened are left out. With `window=30d` figures roll over the last 30 days: `interval=day` gives one for each day. '
      + 'With `Accept: text/csv` the same rows as CSV.',
    query: scoresShape,
    answers: {
      200: { description: 'The figures', schema: scoresSchema, example: scoresExample },
      400: { description: 'A parameter is unknown or wrong, or the touchpoints are of two programmes' },
      403: { description: 'A unit is not among yours' },
    },
  })
  async get(
    @CurrentPrincipal() principal: Principal, @Query() given: unknown, @Headers('accept') accept: string | undefined, @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Scores | string> {
    const query = parseQuery(scoresQuery, given);
    const format = wantedFormat(accept);
    const scores = await this.service.scores(principal, query);
    void reply.headers({ 'cache-control': 'no-store', vary: 'accept' });
    if (format === 'json') return scores;
    void reply.headers({ 'content-type': CSV_TYPE, 'content-disposition': 'attachment; filename="scores.csv"' });
    return scoresCsv(scores);
  }
}
