import { CurrentPrincipal, Describe, parseQuery, Requires } from '@candor/http';
import type { Principal } from '@candor/identity';
import { Controller, Get, Query } from '@nestjs/common';
import { NonresponseService, type Nonresponse } from './nonresponse.service.ts';
import { nonresponseExample, nonresponseSchema } from './nonresponse.view.ts';
import { nonresponseQuery, nonresponseShape } from './request.ts';

@Controller()
export class GetNonresponseController {
  constructor(private readonly service: NonresponseService) {}

  @Get('/v1/scores/nonresponse')
  @Requires('scores:read')
  @Describe({
    summary: 'Who does not answer, compared with who does',
    description: 'Of invitations by the local day they were sent: those that arrived and whose time to answer is over. The silent stand as a fourth segment; each channel is held against the norm of its response rate; for each touchpoint, unit, channel, segment, '
      + 'language, product, account, person served, worth, length of the relationship and time of sending its response rate against that of all others, corrected for their number. The pooled score stands beside the one weighted by how many were asked at '
      + 'each unit and on each channel; those chosen for what they spend are reported apart.',
    query: nonresponseShape,
    answers: {
      200: { description: 'The silent', schema: nonresponseSchema, example: nonresponseExample },
      400: { description: 'A parameter is unknown or wrong' }, 403: { description: 'A unit is not among yours, or the programme is anonymous' },
    },
  })
  get(@CurrentPrincipal() principal: Principal, @Query() given: unknown): Promise<Nonresponse> {
    return this.service.nonresponse(principal, parseQuery(nonresponseQuery, given));
  }
}
