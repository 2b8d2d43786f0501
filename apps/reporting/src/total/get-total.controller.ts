import { atOnce, sendAs } from '@candor/export';
import { CurrentPrincipal, Describe, parseQuery, Requires } from '@candor/http';
import type { Principal } from '@candor/identity';
import { Controller, Get, Headers, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { funnelShape, intervalSchema } from '../scores/get-scores/scores.view.ts';
import { totalQuery, totalShape } from '../scores/request.ts';
import { TOTAL_COLUMNS } from './total-export.ts';
import { TotalService, type Totals } from './total.service.ts';

const weighed = z.object({ touchpoint: z.string(), weight: z.number() });
const totalSchema = z.object({
  unit: z.string().optional(), from: z.string(), to: z.string(),
  nps: z.number().nullable().describe('The touchpoints\' scores, each by its share of the weights; not the pooled score'),
  n: z.int(), confidence: intervalSchema,
  touchpoints: z.array(weighed.extend({ share: z.number(), nps: z.number(), n: z.int() })),
  missing: z.array(weighed).describe('Have a weight and no score; the shares of the others were raised for it'),
  weights: z.object({
    from: z.string().nullable().describe('The first local day on which these weights held; null: since ever'),
    changedOn: z.array(z.string()).describe('Days inside the period on which a weight changed: a break in a trend'),
    sum: z.number().describe('Of the weights of the touchpoints that have a score'),
    normalised: z.boolean().describe('Whether shares differ from weights, since these do not sum to 1'),
  }),
  ...funnelShape, sufficient: z.boolean(),
});
const example: Totals = {
  asOf: '2026-11-22T12:05:00.120Z', programme: 'transactional', measure: 'nps',
  data: [{
    from: '2026-11-01', to: '2026-12-01', nps: 42.5, n: 300, confidence: { low: 33.1, high: 51.2, level: 0.95 },
    touchpoints: [{ touchpoint: 'branch-visit', weight: 3, share: 0.75, nps: 50, n: 200 }, { touchpoint: 'support-call', weight: 1, share: 0.25, nps: 20, n: 100 }],
    missing: [{ touchpoint: 'web-order', weight: 2 }], weights: { from: '2026-07-01', changedOn: [], sum: 4, normalised: true },
    invited: 620, answered: 290, pending: 40, bounced: 12, responseRate: 0.52, sufficient: true,
  }],
};

@Controller()
export class GetTotalController {
  constructor(private readonly service: TotalService) {}

  @Get('/v1/scores/total')
  @Requires('scores:read')
  @Describe({
    summary: 'The total score, composed of the touchpoints\' scores by their weights',
    description: 'The same selection as `GET /v1/scores`. Names the weight and share of each touchpoint, and what is missing. Each row is composed with the weights that hold on the last day of its period (today, while it runs): '
      + '`weights` says since when they have held, and on which days inside the period they changed. Weights that do not sum to 1 are normalised, which `weights` says too. With `Accept: text/csv` or `application/vnd.apache.parquet` as a file, one line per total.',
    query: totalShape,
    answers: { 200: { description: 'The totals', schema: z.object({ asOf: z.string(), programme: z.string(), measure: z.string(), data: z.array(totalSchema) }), example }, 400: { description: 'A parameter is unknown or wrong' } },
  })
  async get(@CurrentPrincipal() principal: Principal, @Query() given: unknown, @Headers('accept') accept: string | undefined, @Res() reply: FastifyReply): Promise<void> {
    const query = parseQuery(totalQuery, given);
    const totals = () => this.service.totals(principal, query);
    return sendAs(reply, accept, {
      json: totals, name: 'total', columns: TOTAL_COLUMNS,
      rows: async () => {
        const { data, ...common } = await totals();
        return atOnce(data.map((total) => ({ ...common, ...total })));
      },
    });
  }
}
