import { CurrentPrincipal, Describe, parseQuery, Requires } from '@candor/http';
import type { Principal } from '@candor/identity';
import { Controller, Get, Query } from '@nestjs/common';
import { z } from 'zod';
import { figureSchema, scoresExample } from '../scores/get-scores/scores.view.ts';
import { differenceSchema } from './get-comparison.controller.ts';
import { RankingService, type Ranking } from './ranking.service.ts';
import { rankingQuery, rankingShape } from './request.ts';

const place = figureSchema.extend({
  tier: z.int().describe('1 is the best; within a tier the answers tell nobody apart'),
  places: z.object({ from: z.int(), to: z.int() }).describe('Places that the answers leave open'),
  rest: differenceSchema.extend({ nps: z.number(), n: z.int() }).nullable().describe('Against all other rows together, corrected for the number of rows; null where there is no other'),
});
const { touchpoint: _, ...haifa } = scoresExample.data[0]!;
const example: Ranking = {
  asOf: '2026-11-22T12:05:00.120Z', programme: 'transactional', measure: 'nps', by: 'unit', tiers: 2,
  data: [
    {
      ...haifa, unit: 'acre-1', nps: 60, promoters: 70, passives: 20, detractors: 10, counts: [0, 0, 1, 1, 2, 2, 4, 8, 12, 30, 40], mean: 8.72, confidence: { low: 45.3, high: 71.2, level: 0.95 },
      tier: 1, places: { from: 1, to: 1 }, rest: { nps: 30, n: 100, points: 30, confidence: { low: 9.3, high: 49.2, level: 0.95 }, p: 0.004, significant: true },
    },
    { ...haifa, tier: 2, places: { from: 2, to: 2 }, rest: { nps: 60, n: 100, points: -30, confidence: { low: -49.2, high: -9.3, level: 0.95 }, p: 0.004, significant: true } },
  ],
  unranked: [{ ...haifa, unit: 'akko-2', nps: 50, n: 4, promoters: 2, passives: 2, detractors: 0, counts: [0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1], mean: 8.5, confidence: null, sufficient: false }],
};

@Controller()
export class GetRankingController {
  constructor(private readonly service: RankingService) {}

  @Get('/v1/scores/ranking')
  @Requires('scores:read')
  @Describe({
    summary: 'Units or touchpoints in tiers: what does not differ is not ranked',
    description: 'Every pair is compared, corrected for the number of pairs (Holm); all of a tier differ from all of the next. `places` says which ranks the answers leave open to a row. By unit, those named come with '
      + 'what is below them and must not contain one another; none named, each unit stands for its own answers. Each row is compared with the rest too.',
    query: rankingShape,
    answers: {
      200: { description: 'Best first', schema: z.object({ asOf: z.string(), programme: z.string(), measure: z.string(), by: z.string(), tiers: z.int(), data: z.array(place), unranked: z.array(figureSchema).describe('Too few answers') }), example },
      400: { description: 'A parameter is unknown or wrong, or one unit contains another' },
      403: { description: 'A unit is not among yours' },
    },
  })
  get(@CurrentPrincipal() principal: Principal, @Query() given: unknown): Promise<Ranking> {
    return this.service.ranking(principal, parseQuery(rankingQuery, given));
  }
}
