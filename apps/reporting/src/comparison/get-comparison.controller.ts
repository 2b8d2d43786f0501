import { CurrentPrincipal, Describe, parseQuery, Requires } from '@candor/http';
import type { Principal } from '@candor/identity';
import { Controller, Get, Query } from '@nestjs/common';
import { z } from 'zod';
import { figureSchema, scoresExample } from '../scores/get-scores/scores.view.ts';
import { CompareService } from './compare.service.ts';
import type { Comparison } from './comparison.ts';
import { comparisonQuery, comparisonShape } from './request.ts';

const names = z.array(z.string()).nullable();
const group = figureSchema.omit({ touchpoint: true, unit: true, from: true, to: true }).extend({
  units: names.describe('null: all'), descendants: z.boolean(), touchpoints: names.describe('null: all of the programme'), from: z.string().nullable(), to: z.string().nullable(),
});
export const differenceSchema = z.object({
  points: z.number().describe('NPS of the first less NPS of the second'),
  confidence: z.object({ low: z.number(), high: z.number(), level: z.literal(0.95) }).describe('Of the difference, by the adjusted estimates of both'),
  p: z.number().describe('How often chance alone would give as much'),
  significant: z.boolean(),
});

const { touchpoint: _touchpoint, unit: _unit, from: _from, to: _to, ...figure } = scoresExample.data[0]!;
const example: Comparison = {
  asOf: '2026-11-22T12:05:00.120Z', programme: 'transactional', measure: 'nps',
  a: { units: ['haifa-1'], descendants: true, touchpoints: null, from: '2026-11-01', to: '2026-12-01', ...figure },
  b: {
    units: ['north'], descendants: true, touchpoints: null, from: '2026-11-01', to: '2026-12-01', rest: true, ...figure, nps: 52.5, n: 400, promoters: 260, passives: 90, detractors: 50,
    counts: [4, 2, 3, 5, 8, 12, 16, 40, 50, 120, 140], mean: 8.31, confidence: { low: 45.3, high: 59.0, level: 0.95 },
  },
  difference: { points: -22.5, confidence: { low: -39.6, high: -6.5, level: 0.95 }, p: 0.0064, significant: true }, higher: 'b',
};

@Controller()
export class GetComparisonController {
  constructor(private readonly service: CompareService) {}

  @Get('/v1/scores/compare')
  @Requires('scores:read')
  @Describe({
    summary: 'Two groups of answers: their difference, its interval, and whether it is more than chance',
    description: 'The selection of `GET /v1/scores` holds for both groups; `a.` and `b.` parameters replace it for one of them: two units, two touchpoints, or two times. With `b=rest` the first is compared with '
      + 'all of the selection beside it. Groups that share answers are refused. Significant: |NPS1 - NPS2| exceeds 1.96 standard errors of the difference.',
    query: comparisonShape,
    answers: {
      200: {
        description: 'Both figures and their difference, which is null where one has too few answers',
        schema: z.object({
          asOf: z.string(), programme: z.string(), measure: z.string(), a: group, b: group.extend({ rest: z.boolean() }), difference: differenceSchema.nullable(),
          higher: z.enum(['a', 'b', 'undecided']).describe('Which is higher beyond chance'),
        }),
        example,
      },
      400: { description: 'A parameter is unknown or wrong, or the groups share answers' },
      403: { description: 'A unit is not among yours' },
    },
  })
  get(@CurrentPrincipal() principal: Principal, @Query() given: unknown): Promise<Comparison> {
    return this.service.compare(principal, parseQuery(comparisonQuery, given));
  }
}
