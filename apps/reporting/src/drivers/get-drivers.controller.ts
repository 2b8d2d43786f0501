import { CurrentPrincipal, Describe, parseQuery, Requires } from '@candor/http';
import type { Principal } from '@candor/identity';
import { Controller, Get, Query } from '@nestjs/common';
import { DriversService, type Drivers } from './drivers.service.ts';
import { driversExample, driversSchema } from './drivers.view.ts';
import { driversQuery, driversShape } from './request.ts';

@Controller()
export class GetDriversController {
  constructor(private readonly service: DriversService) {}

  @Get('/v1/scores/drivers')
  @Requires('scores:read')
  @Describe({
    summary: 'What goes with detractors, and what with promoters',
    description: 'For each touchpoint, unit, channel, person served, product, segment, language, account, time, delay between event and answer, length of the relationship, and for words and phrases of the comments: its share among '
      + 'detractors and among promoters. All are tested together, corrected for their number; what has too few answers is shown and not tested. Words are held against the comments in their language. What goes with detractors need not be the cause.',
    query: driversShape,
    answers: {
      200: { description: 'By kind', schema: driversSchema, example: driversExample },
      400: { description: 'A parameter is unknown or wrong' }, 403: { description: 'A unit is not among yours, or the programme is anonymous' },
    },
  })
  get(@CurrentPrincipal() principal: Principal, @Query() given: unknown): Promise<Drivers> {
    return this.service.drivers(principal, parseQuery(driversQuery, given));
  }
}
