import { CurrentPrincipal, Describe, parseQuery, Requires } from '@candor/http';
import type { Principal } from '@candor/identity';
import { Controller, Get, Query } from '@nestjs/common';
import { z } from 'zod';
import { differenceSchema } from '../comparison/get-comparison.controller.ts';
import { figureSchema, scoresExample } from '../scores/get-scores/scores.view.ts';
import { GROUPS, type Group } from './growth.ts';
import { GrowthService, type Growth } from './growth.service.ts';
import { growthQuery, growthShape } from './request.ts';

const share = z.number().nullable();
const figure = figureSchema.omit({ from: true, to: true, unit: true, touchpoint: true });
const group = z.object({
  segment: z.enum([...GROUPS, 'all']).describe('Of the last answer before the period; `unasked`: none'), customers: z.int().describe('Who brought something in the period before'),
  revenue: z.object({ before: z.number(), now: z.number() }), netRevenueRetention: share.describe('What those customers bring now, of what they brought then'),
  churn: z.object({ customers: z.int(), share, revenueShare: share }).describe('Who of them brings nothing any more'), new: z.object({
    customers: z.int(), revenue: z.number(), told: z.int().describe('Of how many is known whether they came by a recommendation'), referred: z.int().describe('Who did'), referredRevenue: z.number(),
  }), lifetimeValue: z.number().nullable().describe('Mean of what a customer has brought so far'),
});
const schema = z.object({
  asOf: z.iso.datetime(), programme: z.string(), from: z.string(), to: z.string(), before: z.string().describe('First day of the period before, of the same length'), currency: z.string().nullable(), otherCurrencies: z.boolean().describe('Whether others are left out'),
  figure, earlier: figure, difference: differenceSchema.nullable(), all: group.nullable(), data: z.array(group), earnedGrowth: z.number().nullable().describe('What customers of before bring now, with what new ones bring who were recommended, of what was brought before, less 1; who does not say counts as not recommended'),
  missing: z.array(z.enum(['value', 'referrals'])).describe('`value`: interactions do not say what they were worth; `referrals`: of no new customer is said whether they came by a recommendation, which earned growth needs'), badProfits: z.boolean().describe('More is earned while the score falls beyond chance'),
});
const promoters: Group = {
  segment: 'promoter', customers: 410, revenue: { before: 210_400, now: 226_900 }, netRevenueRetention: 1.05, churn: { customers: 21, share: 0.051, revenueShare: 0.038 }, new: { customers: 0, revenue: 0, told: 0, referred: 0, referredRevenue: 0 }, lifetimeValue: 1840,
};
const { from: _from, to: _to, unit: _unit, touchpoint: _touchpoint, ...alone } = scoresExample.data[0]!;
const example: Growth = {
  asOf: '2026-11-22T12:05:00.120Z', programme: 'transactional', from: '2026-08-25', to: '2026-11-23', before: '2026-05-27', currency: 'EUR', otherCurrencies: false, figure: alone, earlier: alone,
  difference: { points: 0, confidence: { low: -20.9, high: 20.9, level: 0.95 }, p: 1, significant: false },
  all: { ...promoters, segment: 'all', customers: 900, revenue: { before: 398_000, now: 401_200 }, netRevenueRetention: 0.93, churn: { customers: 117, share: 0.13, revenueShare: 0.11 }, new: { customers: 64, revenue: 31_000, told: 48, referred: 20, referredRevenue: 11_900 }, lifetimeValue: 1310 },
  data: [promoters, { ...promoters, segment: 'detractor', customers: 160, revenue: { before: 71_000, now: 48_800 }, netRevenueRetention: 0.69, churn: { customers: 58, share: 0.363, revenueShare: 0.29 }, lifetimeValue: 910 }],
  earnedGrowth: -0.0401, missing: [], badProfits: false,
};

@Controller()
export class GetGrowthController {
  constructor(private readonly service: GrowthService) {}

  @Get('/v1/scores/growth')
  @Requires('scores:read')
  @Describe({
    summary: 'Revenue, retention, churn and lifetime value by what customers said before',
    description: 'Of interactions that carry their worth (`value`), by the day of UTC on which they occurred: this period against the one of the same length before (none given: the last 90 days), by the segment of the last answer before it began. '
      + 'Earned growth needs to know who came by a recommendation: interactions say so by their attribute `referred` (true or false), or by `referredBy` (whoever it was). Where of no new customer is said, it is null, and `missing` says so.',
    query: growthShape,
    answers: { 200: { description: 'Money by segment', schema, example }, 400: { description: 'A parameter is unknown or wrong' }, 403: { description: 'A unit is not among yours, or the programme is anonymous' } },
  })
  get(@CurrentPrincipal() principal: Principal, @Query() given: unknown): Promise<Growth> {
    return this.service.growth(principal, parseQuery(growthQuery, given));
  }
}
