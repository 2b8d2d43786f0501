import { OUTCOMES } from '@candor/contracts';
import { CurrentPrincipal, Describe, parseQuery, Requires } from '@candor/http';
import type { Principal } from '@candor/identity';
import { Controller, Get, Query } from '@nestjs/common';
import { z } from 'zod';
import { funnelShape as invitations } from '../scores/get-scores/scores.view.ts';
import { funnelQuery, funnelRequestShape } from '../scores/request.ts';
import { FunnelService, type Funnel } from './funnel.service.ts';

const row = z.object({
  touchpoint: z.string().optional(), unit: z.string().optional(),
  interactions: z.int().describe('That have ended in an outcome; the outcomes add up to it'),
  outcomes: z.object(Object.fromEntries(OUTCOMES.filter((outcome) => outcome !== 'pending').map((outcome) => [outcome, z.int()]))),
  ...invitations,
  delivered: z.int().describe('Of the invitations, those that did not come back'),
  opened: z.int().describe('Whose pictures were fetched; indicative, since proxies of mailboxes fetch them for everybody'),
  started: z.int().describe('Whose page somebody began to use'),
});
const example: Funnel = {
  asOf: '2026-11-22T12:05:00.120Z', programme: 'transactional', from: '2026-11-01', to: '2026-12-01',
  data: [{
    unit: 'haifa-1', interactions: 240,
    outcomes: {
      invited: 180, 'sampled-out': 0, 'contacted-too-recently': 41, 'opted-out': 6, 'no-consent': 3, 'no-address': 9, 'outside-policy': 0, expired: 1, displaced: 0, excluded: 0,
    },
    invited: 180, answered: 98, pending: 14, bounced: 6, responseRate: 0.6, delivered: 174, opened: 141, started: 109,
  }],
};

@Controller()
export class GetFunnelController {
  constructor(private readonly service: FunnelService) {}

  @Get('/v1/scores/funnel')
  @Requires('scores:read')
  @Describe({
    summary: 'From interactions to answers: who was asked, who was not and why, who answered',
    description: 'Interactions count on the local day they occurred, invitations on the day they were sent. Invitations are all of the programme, whatever they ask for. Units are those of the tree as it is.',
    query: funnelRequestShape,
    answers: {
      200: { description: 'The funnel', schema: z.object({ asOf: z.string(), programme: z.string(), from: z.string().optional(), to: z.string().optional(), data: z.array(row) }), example },
      400: { description: 'A parameter is unknown or wrong' },
    },
  })
  get(@CurrentPrincipal() principal: Principal, @Query() given: unknown): Promise<Funnel> {
    return this.service.funnel(principal, parseQuery(funnelQuery, given));
  }
}
