import { MEASURES } from '@candor/contracts';
import { CurrentPrincipal, Describe, parseQuery, Requires } from '@candor/http';
import type { Principal } from '@candor/identity';
import { Controller, Get, Query } from '@nestjs/common';
import { z } from 'zod';
import { BreaksService, type Breaks } from './breaks.service.ts';
import { breaksQuery, breaksShape } from './request.ts';

const schema = z.object({
  asOf: z.iso.datetime(), programme: z.string(), measure: z.enum(MEASURES),
  data: z.array(z.discriminatedUnion('kind', [
    z.object({ day: z.string(), kind: z.literal('survey'), survey: z.int().describe('Version that was first answered on that day'), was: z.int().describe('The one before it') }),
    z.object({ day: z.string(), kind: z.literal('weights'), touchpoint: z.string(), weight: z.number().describe('In the total from that day on'), was: z.number() }),
  ])),
});
const example: Breaks = {
  asOf: '2026-11-22T12:05:00.120Z', programme: 'transactional', measure: 'nps',
  data: [{ day: '2026-07-01', kind: 'weights', touchpoint: 'branch-visit', weight: 3, was: 2 }, { day: '2026-09-14', kind: 'survey', survey: 2, was: 1 }],
};

@Controller()
export class GetBreaksController {
  constructor(private readonly service: BreaksService) {}

  @Get('/v1/scores/breaks')
  @Requires('scores:read')
  @Describe({
    summary: 'Where a trend breaks: days on which the survey or the weights changed',
    description: 'Of the selection of `GET /v1/scores`, in the order of days; a change on the first day breaks nothing inside the time. Another version of the survey may be answered otherwise; weights move the total (`GET /v1/scores/total`) and no pooled score. A version that was answered in the 90 days before is not new. '
      + 'Of an anonymous programme versions of the survey are not told.',
    query: breaksShape,
    answers: { 200: { description: 'The breaks', schema, example }, 400: { description: 'A parameter is unknown or wrong' }, 403: { description: 'A unit is not among yours' } },
  })
  get(@CurrentPrincipal() principal: Principal, @Query() given: unknown): Promise<Breaks> {
    return this.service.breaks(principal, parseQuery(breaksQuery, given));
  }
}
