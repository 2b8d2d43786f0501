import { CurrentPrincipal, Describe, parseBody, parseQuery, Requires } from '@candor/http';
import type { Principal } from '@candor/identity';
import { Body, Controller, Get, Put, Query } from '@nestjs/common';
import { z } from 'zod';
import { figureSchema, scoresExample } from '../scores/get-scores/scores.view.ts';
import { stateSchema } from './official.view.ts';
import { targetBody, targetsQuery, targetsShape } from './request.ts';
import { TargetsService, type Targets } from './targets.service.ts';

const { from: _from, to: _to, unit: _unit, touchpoint: _touchpoint, ...figure } = scoresExample.data[0]!;
const schema = z.object({
  asOf: z.string(), programme: z.string(), measure: z.string(), from: z.string(), to: z.string(),
  data: z.array(z.object({
    unit: z.string().nullable().describe('null: all units'), touchpoint: z.string().nullable().describe('null: all touchpoints'), value: z.number(), setBy: z.string(), setByName: z.string().nullable().describe('As they were called then; null: set before names were kept'), setAt: z.iso.datetime(),
    state: stateSchema.describe('Undecided: the interval contains the target, or there are too few answers'), figure: figureSchema.omit({ from: true, to: true, unit: true, touchpoint: true }),
  })),
});
const example: Targets = {
  asOf: '2026-11-22T12:05:00.120Z', programme: 'transactional', measure: 'nps', from: '2026-10-01', to: '2026-11-23',
  data: [{ unit: 'haifa-1', touchpoint: null, value: 35, setBy: 'p-director', setByName: 'Miriam Levi', setAt: '2026-01-04T09:00:00.000Z', state: 'undecided', figure }],
};
const answer = { description: 'The targets of your units, each with its figure', schema, example };

@Controller('/v1/targets')
export class TargetsController {
  constructor(private readonly service: TargetsService) {}

  @Get()
  @Requires('scores:read')
  @Describe({ summary: 'Targets, met, not met or undecided so far', query: targetsShape, answers: { 200: answer, 400: { description: 'A parameter is unknown or wrong' } } })
  all(@CurrentPrincipal() principal: Principal, @Query() given: unknown): Promise<Targets> {
    return this.service.all(principal, parseQuery(targetsQuery, given));
  }

  @Put()
  @Requires('catalog:write')
  @Describe({
    summary: 'Set the target of a unit, a touchpoint, both, or everything', description: 'Targets that were set before stay on record; quarters that were frozen keep theirs.',
    body: { schema: targetBody, example: { unit: 'haifa-1', value: 35 } }, answers: { 200: answer, 400: { description: 'A unit or touchpoint is not known' }, 403: { description: 'The unit is not among yours' } },
  })
  async set(@CurrentPrincipal() principal: Principal, @Body() body: unknown): Promise<Targets> {
    const target = parseBody(targetBody, body);
    await this.service.set(principal, target);
    return this.service.all(principal, { programme: target.programme, measure: target.measure });
  }
}
